package org.buranakan.pilot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.schemas.envelope.ActKind;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceDataTests {

	/**
	 * SHA-256 over the lines {@code code|Thai|English} of the official 4 provinces, 37
	 * amphoe and 291 tambons by code, from the list the founders compiled.
	 */
	private static final String OFFICIAL_AREAS = "72811dcaf9257f0b96409da8ed731979c55978fca7133640a83941e0db5c89c8";

	private final ReferenceData reference = new ReferenceData();

	@Test
	void areasAreTheOfficialOnes() throws Exception {
		List<ReferenceRecorded> areas = this.reference.entries("area").toList();
		String lines = areas.stream()
			.map((area) -> area.getCode() + "|" + area.getName().getTh() + "|" + area.getName().getEn() + "\n")
			.sorted()
			.collect(Collectors.joining());
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
		assertThat(areas.stream().collect(Collectors.groupingBy((a) -> a.getCode().length(), Collectors.counting())))
			.containsEntry(2, 4L)
			.containsEntry(4, 37L)
			.containsEntry(6, 291L)
			.hasSize(3);
		assertThat(HexFormat.of().formatHex(hash)).isEqualTo(OFFICIAL_AREAS);
	}

	@Test
	void everyAreaLiesInTheAreaThatItsCodeSays() {
		assertThat(this.reference.entries("area")).allSatisfy((area) -> {
			String code = area.getCode();
			assertThat(Optional.ofNullable(area.getParent()))
				.isEqualTo((code.length() > 2) ? Optional.of(code.substring(0, code.length() - 2)) : Optional.empty());
		});
	}

	@Test
	void knownPointsLieInTheFourProvinces() {
		List<ReferenceRecorded> placed = this.reference.entries("area")
			.filter((area) -> area.getAttributes().containsKey("lat"))
			.toList();
		assertThat(placed.stream().filter((area) -> area.getCode().length() == 6)).hasSize(279);
		assertThat(placed).allSatisfy((area) -> {
			assertThat(Double.parseDouble(area.getAttributes().get("lat"))).isBetween(11.5, 15.2);
			assertThat(Double.parseDouble(area.getAttributes().get("lon"))).isBetween(100.3, 103.0);
		});
	}

	@Test
	void codesAreUniqueInTheirKindAndEveryNameHasBothLanguages() {
		List<ReferenceRecorded> entries = this.reference.entries();
		assertThat(entries).extracting((entry) -> entry.getKind() + "/" + entry.getCode()).doesNotHaveDuplicates();
		assertThat(entries).allSatisfy((entry) -> {
			assertThat(entry.getName().getTh()).matches("(?s).*[\\u0E00-\\u0E7F].*");
			assertThat(entry.getName().getEn()).isNotBlank();
		});
	}

	@Test
	void provincesAreSpeltInEnglishAsTheOfficialNamesAre() throws IOException {
		List<String> joined = this.reference.entries("area")
			.filter((area) -> area.getCode().length() == 2)
			.map((province) -> province.getName().getEn())
			.filter((name) -> name.contains(" "))
			.map((name) -> name.replace(" ", ""))
			.toList();
		assertThat(joined).isNotEmpty();
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "pilot"))) {
			assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readString(file))
					.doesNotContainIgnoringCase(joined.toArray(String[]::new)));
		}
	}

	@Test
	void namesOfOrganisationsTellThemApart() {
		assertThat(this.reference.entries("organisation")).extracting((entry) -> entry.getName().getTh())
			.doesNotHaveDuplicates();
	}

	@Test
	void stagesThatActivitiesImplyAreStages() {
		Set<String> implied = this.reference.entries("activity-kind")
			.filter((kind) -> kind.getAttributes().containsKey("stage"))
			.map((kind) -> kind.getAttributes().get("stage"))
			.collect(Collectors.toSet());
		assertThat(implied).contains("visited", "committee", "plan", "mou", "running");
		assertThat(this.reference.codes("programme-stage")).containsAll(implied)
			.containsExactly("planned", "visited", "committee", "plan", "mou", "running", "done");
	}

	@Test
	void everyKindOfActHasItsNameAndNoOtherIsListed() {
		assertThat(this.reference.codes("act-kind")).allSatisfy((code) -> assertThat(ActKind.of(code)).isPresent())
			.hasSameSizeAs(ActKind.values());
	}

	@Test
	void everyAgencyIsAnOrganisationAndTheZonesCoverTheFourProvincesBetweenThem() {
		assertThat(this.reference.codes("organisation")).containsAll(this.reference.codes("agency"));
		assertThat(this.reference.entries("agency")
			.filter((agency) -> agency.getCode().startsWith("pacc"))
			.flatMap((agency) -> Pattern.compile(",")
				.splitAsStream(agency.getAttributes().getOrDefault("provinces", ""))))
			.containsExactlyInAnyOrder("11", "19", "20", "23");
	}

}
