package org.buranakan.connectors.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.hosting.ConnectorsSettings;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.reference.PilotReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TokensTests {

	@TempDir
	private Path folder;

	@Test
	void twoAgenciesWithTheSameTokenRefuseToStart() throws IOException {
		// Given
		List<HostedAgency> agencies = List.of(agency("codi", "a-token-of-some-length\n"),
				agency("pacoc-19", "a-token-of-some-length"));
		// When, Then
		assertThatIllegalArgumentException().isThrownBy(() -> new Tokens(agencies, new SecretHashes()))
			.withMessage("pacoc-19 and codi have the same token");
	}

	@Test
	void agenciesWithTokensOfTheirOwnStart() throws IOException {
		// Given
		List<HostedAgency> agencies = List.of(agency("codi", "a-token-of-some-length"),
				agency("pacoc-19", "another-token-of-some-length"));
		// When, Then
		assertThatCode(() -> new Tokens(agencies, new SecretHashes())).doesNotThrowAnyException();
	}

	@Test
	void aTokenThatCouldBeGuessedRefusesToStart() throws IOException {
		// Given
		List<HostedAgency> agencies = List.of(agency("codi", "short"));
		// When, Then
		assertThatIllegalArgumentException().isThrownBy(() -> new Tokens(agencies, new SecretHashes()))
			.withMessageContaining("at least 16 characters");
	}

	private HostedAgency agency(String id, String token) throws IOException {
		Path file = Files.writeString(this.folder.resolve(id), token);
		Mapping mapping = PilotReference.mapping(id);
		return new HostedAgency(
				new ConnectorsSettings.Agency(id, new ByteArrayResource(new byte[0]), this.folder, null, file), mapping,
				new Rehearsal(mapping.profile(), Clock.systemUTC()).publisher(),
				new HubClient(Map.of("schema.registry.url", "http://localhost:1")));
	}

}
