package org.buranakan.connectors.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.buranakan.connectors.hosting.ConnectorsSettings;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.reference.PilotReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
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

	@Test
	void whileTokensRotateBothAreAcceptedAndThenTheNewestAlone() throws IOException {
		// Given
		HostedAgency codi = agency("codi", "the-older-token-of-codi");
		Tokens tokens = new Tokens(List.of(codi), new SecretHashes());
		// When
		Files.writeString(this.folder.resolve("codi.previous"), "the-older-token-of-codi");
		Files.writeString(this.folder.resolve("codi"), "the-newer-token-of-codi");
		// Then
		Awaitility.await().untilAsserted(() -> assertThat(tokens.bearer("the-newer-token-of-codi")).hasValue(codi));
		assertThat(tokens.bearer("the-older-token-of-codi")).hasValue(codi);
		assertThat(new SecretHashes().matches("the-older-token-of-codi", tokens.hash("codi").orElseThrow())).isTrue();
		// When
		Files.delete(this.folder.resolve("codi.previous"));
		// Then
		Awaitility.await().untilAsserted(() -> assertThat(tokens.bearer("the-older-token-of-codi")).isEmpty());
		assertThat(tokens.bearer("the-newer-token-of-codi")).hasValue(codi);
	}

	@Test
	void aTokenThatCannotBeReadAnyMoreIsKeptAndOneThatTwoHaveByNowIsNobodys() throws IOException {
		// Given
		HostedAgency codi = agency("codi", "the-older-token-of-codi");
		HostedAgency other = agency("pacoc-19", "another-token-of-some-length");
		Tokens tokens = new Tokens(List.of(codi, other), new SecretHashes());
		// When
		Files.writeString(this.folder.resolve("codi"), "short");
		Files.writeString(this.folder.resolve("pacoc-19"), "the-older-token-of-codi");
		// Then
		Awaitility.await().untilAsserted(() -> assertThat(tokens.bearer("another-token-of-some-length")).isEmpty());
		assertThat(tokens.bearer("the-older-token-of-codi")).isEmpty();
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
