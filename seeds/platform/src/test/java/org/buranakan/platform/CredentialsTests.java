package org.buranakan.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsTests {

	@TempDir
	private Path directory;

	@Test
	void aPasswordStaysTheSameOverARestart() {
		// Given
		Login first = Credentials.in(this.directory).login(PartName.KAFKA, "auditor");
		// When
		Login second = Credentials.in(this.directory).login(PartName.KAFKA, "auditor");
		// Then
		assertThat(second).isEqualTo(first);
	}

	@Test
	void sameNamesInDifferentPartsHaveDifferentPasswords() {
		// When
		Credentials credentials = Credentials.in(this.directory);
		// Then
		assertThat(credentials.login(PartName.KAFKA, "hub"))
			.isNotEqualTo(credentials.login(PartName.POSTGRESQL, "hub"));
	}

	@Test
	void aClientsFileIsReadyMadeAndItsOwnersAlone() throws IOException {
		// Given
		Credentials credentials = Credentials.in(this.directory);
		Addresses addresses = new Addresses(Ports.DEFAULT);
		// When
		new KafkaClients(addresses, credentials).write("pacc-zone-1");
		// Then
		Path file = credentials.file("pacc-zone-1");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		assertThat(properties).containsEntry("bootstrap.servers", "127.0.0.1:19092")
			.containsEntry("security.protocol", "SASL_PLAINTEXT")
			.containsEntry("sasl.mechanism", "SCRAM-SHA-512")
			.containsEntry("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7")
			.containsEntry("group.id", "pacc-zone-1.client");
		assertThat(properties.getProperty("sasl.jaas.config")).contains("username=\"pacc-zone-1\"",
				credentials.login(PartName.KAFKA, "pacc-zone-1").password());
	}

	@Test
	void aFileSurvivesTheLettersThatJavaWouldMisread() throws IOException {
		// Given
		Path file = this.directory.resolve("a.properties");
		String value = "/ที่เก็บ/data\\new=1:2";
		// When
		new PropertiesFile(file).write(java.util.Map.of("log.dirs", value));
		// Then
		Properties properties = new Properties();
		try (var in = Files.newInputStream(file)) {
			properties.load(in);
		}
		assertThat(properties).containsEntry("log.dirs", value);
	}

	@Test
	void aLoginKeepsItsPasswordToItself() {
		assertThat(new Login("hub", "secret")).hasToString("hub:***");
	}

}
