package org.buranakan.hub.view;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

class SoftwareTests {

	@Test
	void anUpgradeHasAnotherDigestAndTheOrderOfFilesHasNone() {
		assertThat(digest("a", "b")).isEqualTo(digest("b", "a"))
			.isNotEqualTo(digest("a", "c"))
			.isNotEqualTo(digest("a"))
			.hasSize(64);
	}

	@Test
	void theHubsOwnFilesAreFound() {
		assertThat(new Software().digest()).isEqualTo(new Software().digest())
			.isNotEqualTo(new Software(Stream.of()).digest());
	}

	private static String digest(String... files) {
		return new Software(
				Stream.of(files).map((file) -> new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8))))
			.digest();
	}

}
