package org.buranakan.pilot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PilotDataTests {

	/** A title, a given name and a surname; names of places have no surname. */
	private static final Pattern PERSON = Pattern
		.compile("(?<![ก-๏])(นาย|นางสาว|นาง|น\\.ส\\.|ดร\\.) ?[ก-๏]{2,} +[ก-๏]{2,}|\\b(Mr|Mrs|Ms|Dr)\\.? [A-Z]");

	private final PilotData pilot = new PilotData();

	@Test
	void sevenAgenciesTakePart() {
		assertThat(this.pilot.agencies()).containsExactly("codi", "pacc-zone-1", "pacc-zone-2", "pacoc-11", "pacoc-19",
				"pacoc-20", "pacoc-23");
	}

	@Test
	void everyAgencyHasAProfileThatBearsItsName() {
		assertThat(this.pilot.agencies())
			.allSatisfy((agency) -> assertThat(this.pilot.profile(agency)).contains("agency: " + agency + "\n"));
	}

	@Test
	void centresPushAndOthersDoNot() {
		assertThat(this.pilot.pushes("pacoc-11")).hasSize(3).extracting(Push::name).doesNotHaveDuplicates();
		assertThat(this.pilot.pushes("codi")).isEmpty();
		assertThat(this.pilot.laterPushes("pacoc-20")).hasSize(1);
	}

	@Test
	void theClockStandsInEarly2022() {
		assertThat(this.pilot.clock()).singleElement()
			.satisfies((stated) -> assertThat(stated.getDate()).hasToString("2022-02-07"));
	}

	@Test
	void aFileThatIsNotThereIsNamed() {
		assertThatThrownBy(() -> this.pilot.profile("nobody")).hasMessageContaining("nobody");
	}

	@Test
	void noPersonIsNamedAnywhere() throws IOException, URISyntaxException {
		assertThat(PERSON.matcher("นาย" + "ก".repeat(5) + " " + "ข".repeat(6)).find()).isTrue();
		List<Path> files = Stream.concat(files("/pilot"), files("/profiles")).toList();
		assertThat(files).hasSizeGreaterThan(30)
			.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContainPattern(PERSON));
	}

	private static Stream<Path> files(String root) throws IOException, URISyntaxException {
		Path directory = Path.of(Objects.requireNonNull(PilotData.class.getResource(root)).toURI());
		try (Stream<Path> walk = Files.walk(directory)) {
			return walk.filter(Files::isRegularFile).toList().stream();
		}
	}

}
