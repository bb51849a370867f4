package org.buranakan.hub.actionplan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines of a calendar. */
class FoldedLinesTests {

	private static final List<String> PIECES = List.of("a", " ", "น้ำ", "é", "🌊", "\r\n", "          ", "ก็");

	@Test
	void noLineHasMoreThan75OctetsAndUnfoldedTheyAreTheText() throws IOException {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		String edges = IntStream.range(70, 80)
			.mapToObj((length) -> "a".repeat(length) + "\r\n")
			.collect(Collectors.joining());
		String text = edges + random.ints(4_000, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (FoldedLines lines = new FoldedLines(out)) {
			lines.write(text.getBytes(StandardCharsets.UTF_8));
		}
		String folded = out.toString(StandardCharsets.UTF_8);
		assertThat(folded.split("\r\n", -1)).as("seed %d", seed).allSatisfy((line) -> {
			assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
			assertThat(line).doesNotContain("\uFFFD");
		});
		assertThat(folded.replace("\r\n ", "")).as("seed %d", seed).isEqualTo(text.replace("\r\n ", ""));
	}

}
