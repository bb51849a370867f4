package org.buranakan.connectors.source.spreadsheet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeapShareTests {

	private static final long LARGE = Runtime.getRuntime().maxMemory() / 3;

	@Test
	void oneFileAtATimeTakesMuchOfTheHeapAndAnyNumberALittle() {
		// Given
		CompletableFuture<Void> second;
		try (HeapShare first = new HeapShare()) {
			first.take(LARGE);
			first.take(LARGE + 1);
			// When
			second = CompletableFuture.runAsync(() -> take(LARGE));
			// Then
			take(1000);
			assertThat(second).isNotDone();
		}
		assertThat(second).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void moreThanHalfOfItIsForNobody() {
		assertThat(HeapShare.allows(LARGE)).isTrue();
		assertThat(HeapShare.allows(2 * LARGE)).isFalse();
	}

	private static void take(long bytes) {
		try (HeapShare share = new HeapShare()) {
			share.take(bytes);
		}
	}

}
