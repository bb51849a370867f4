package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

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
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KitTests {

	private static final Map<String, String> WORDS = Map.of("agency", "pacoc-24", "name", "ศูนย์ฯ ฉะเชิงเทรา", "nameEn",
			"Centre Chachoengsao", "province", "24", "within", "\"24\"");

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

	@ParameterizedTest
	@EnumSource
	void secretsAreTheOwnersAloneAndNothingIsLeftToFillIn(SourceChoice source) throws IOException {
		// When
		kit().write(CLIENT, source, WORDS);
		kit().worker().renew(login("SCRAM-SHA-512", "first"));
		// Then
		assertThat(kit().directory()).isDirectoryContaining((file) -> file.endsWith("README.md"));
		try (Stream<Path> files = Files.list(kit().directory())) {
			for (Path file : files.toList()) {
				String text = Files.readString(file);
				assertThat(text).as(file.toString())
					.doesNotContain("ORIGIN_")
					.doesNotContainPattern("\\{[a-zA-Z]+}(?<!\\{(?:id|activity|year|quarter|month|column)})");
				if (text.contains("password") && !file.endsWith("profile.schema.json") && !file.endsWith("README.md")
						&& !file.endsWith("database.sql")) {
					assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString())
						.isEqualTo("rw-------");
				}
			}
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kit().directory().resolve("token"))))
			.isEqualTo("rw-------");
	}

	@Test
	void aDatabasesRoleHasOnePasswordInTheDatabaseAndWhereItIsRead() throws IOException {
		// When
		kit().write(CLIENT, SourceChoice.DATABASE, WORDS);
		// Then
		String password = properties("database.properties").getProperty("password");
		assertThat(password).hasSizeGreaterThan(30);
		assertThat(kit().directory().resolve("database.sql")).content()
			.contains("CREATE ROLE buranakan_pacoc_24 ", "PASSWORD 'SCRAM-SHA-256$")
			.doesNotContain(password);
		assertThat(kit().directory().resolve("connectors.yml")).content()
			.contains("capture:", "credentials: database.properties");
	}

	@Test
	void aWorkersFileIsRenewedInAllOfItsLoginsAndNowhereElse() throws IOException {
		// Given
		WorkerFile worker = kit().worker();
		worker.renew(login("SCRAM-SHA-512", "first"));
		Path file = kit().directory().resolve("connect-worker.properties");
		Files.writeString(file,
				Files.readString(file)
					.replace("#plugin.path=plugins", "plugin.path=/opt/debezium")
					.replace("producer.sasl.jaas.config=", "producer.sasl.jaas.config = "));
		// When
		worker.renew(login("SCRAM-SHA-256", "second=\\1$"));
		// Then
		assertThat(worker.mechanism()).isEqualTo(ScramMechanism.SCRAM_SHA_256);
		Properties renewed = properties("connect-worker.properties");
		for (String of : List.of("", "producer.", "consumer.", "admin.")) {
			assertThat(renewed).containsEntry(of + "sasl.mechanism", "SCRAM-SHA-256");
			assertThat(renewed.getProperty(of + "sasl.jaas.config")).startsWith("second=");
		}
		assertThat(renewed).containsEntry("plugin.path", "/opt/debezium")
			.containsEntry("group.id", "connect.pacoc-24.worker")
			.containsEntry("bootstrap.servers", "127.0.0.1:9092");
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

	@Test
	void aWorkersFileWithoutAllOfItsLoginsIsNotRenewed() throws IOException {
		// Given
		WorkerFile worker = kit().worker();
		worker.renew(login("SCRAM-SHA-512", "first"));
		Path file = kit().directory().resolve("connect-worker.properties");
		Files.writeString(file, Files.readString(file).replace("admin.sasl.jaas.config", "#admin.sasl.jaas.config"));
		// When, Then
		assertThatIllegalStateException().isThrownBy(worker::requireLogin)
			.withMessageContainingAll("7 lines", "admin.");
	}

	private static Map<String, String> login(String mechanism, String login) {
		return Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "SASL_SSL", "sasl.mechanism",
				mechanism, "sasl.jaas.config", login);
	}

	private Properties properties(String name) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(kit().directory().resolve(name))) {
			properties.load(in);
		}
		return properties;
	}

	private Kit kit() {
		return new Kit(this.folder.resolve("pacoc-24"), new AgencyId("pacoc-24"));
	}

}
