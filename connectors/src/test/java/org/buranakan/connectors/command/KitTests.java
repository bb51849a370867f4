package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KitTests {

	private static final Map<String, String> WORDS = Map.of("agency", "pacoc-24", "name", "ศูนย์ฯ ฉะเชิงเทรา", "nameEn",
			"Centre Chachoengsao", "within", "\"24\"");

	private static final Map<String, String> CLIENT = Map.of("sasl.mechanism", "SCRAM-SHA-512", "password", "first");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void theSkeletonIsAProfileThatCanBeUsedAsItIs(SourceChoice source) throws IOException {
		// Given
		Kit kit = kit();
		// When
		kit.write(CLIENT, source, WORDS);
		// Then
		Profile profile = new Profiles(PilotReference.book())
			.read(Files.newInputStream(kit.directory().resolve("profile.yml")));
		assertThat(profile.agency()).isEqualTo(new AgencyId("pacoc-24"));
		assertThat(profile.sources()).hasSize(3);
	}

	@Test
	void secretsAreTheOwnersAloneAndNothingIsLeftToFillIn() throws IOException {
		// When
		kit().write(CLIENT, SourceChoice.PUSH, WORDS);
		// Then
		for (String secret : new String[] { "client.properties", "token" }) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kit().directory().resolve(secret))))
				.isEqualTo("rw-------");
		}
		for (String text : new String[] { "README.md", "connectors.yml", "profile.yml" }) {
			assertThat(kit().directory().resolve(text)).content()
				.contains("pacoc-24")
				.doesNotContain("{agency}", "{name", "{within}", "ORIGIN_", "HAND_IN");
		}
	}

	@Test
	void writtenAgainItKeepsPasswordTokenAndTheAgencysOwnEdits() throws IOException {
		// Given
		Kit kit = kit();
		kit.write(CLIENT, SourceChoice.PUSH, WORDS);
		String token = Files.readString(kit.directory().resolve("token"));
		Files.writeString(kit.directory().resolve("profile.yml"), "edited");
		// When
		kit.write(Map.of("sasl.mechanism", "SCRAM-SHA-512", "password", "second"), SourceChoice.SPREADSHEET, WORDS);
		// Then
		assertThat(kit.directory().resolve("client.properties")).content().contains("first").doesNotContain("second");
		assertThat(kit.directory().resolve("token")).hasContent(token);
		assertThat(kit.directory().resolve("profile.yml")).hasContent("edited");
	}

	@Test
	void renewedItHoldsTheNewPasswordItsMechanismAndBothTokensUntilTheOlderIsEnded() throws IOException {
		// Given
		Kit kit = kit();
		kit.write(CLIENT, SourceChoice.PUSH, WORDS);
		String token = Files.readString(kit.directory().resolve("token"));
		// When
		kit.renew(Map.of("sasl.mechanism", "SCRAM-SHA-256", "password", "second"));
		// Then
		assertThat(kit.mechanism()).isEqualTo(ScramMechanism.SCRAM_SHA_256);
		assertThat(kit.directory().resolve("client.properties")).content().contains("second").doesNotContain("first");
		assertThat(kit.directory().resolve("token")).content().isNotEqualTo(token);
		assertThat(kit.directory().resolve("token.previous")).hasContent(token);
		// When
		kit.keepOnlyTheNewest();
		// Then
		assertThat(kit.directory().resolve("token.previous")).doesNotExist();
	}

	@Test
	void aReferenceFileIsTakenWholeOrNotAtAllAndTheLineIsNamed() throws IOException {
		// Given
		Path file = Files.writeString(this.folder.resolve("areas.csv"), """
				kind,code,parent,th,en,attributes
				area,24,,ฉะเชิงเทรา,Chachoengsao,level=province
				area,2401,24,,Mueang Chachoengsao,level=amphoe
				""");
		// When, Then
		assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceFile(file).read())
			.withMessageContainingAll("line 3", "th is missing", "Nothing was recorded");
	}

	private Kit kit() {
		return new Kit(this.folder.resolve("pacoc-24"), new AgencyId("pacoc-24"));
	}

}
