package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random sequences of files, pushes and restarts, against a model that shares nothing
 * with the code but the rule.
 */
class CompleteFilesTests {

	private static final int STEPS = 60;

	private static final int MOST = 30;

	@TempDir
	private Path folder;

	/** What has to stand. */
	private final Set<String> standing = new TreeSet<>();

	/** What somebody else said last. */
	private final Set<String> foreign = new HashSet<>();

	/** The rows of the file that the officer was asked about, if there is one. */
	private Optional<List<String>> asked = Optional.empty();

	private HandedFiles files;

	@BeforeEach
	void join() throws IOException {
		this.files = new HandedFiles(this.folder, HandedFiles.ACTIVITIES);
	}

	static IntStream seeds() {
		return new Random().ints(5);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatStandsIsWhatTheFilesSaidThatWereBeyondDoubt(int seed) throws IOException {
		play(seed);
	}

	@Test
	void whateverHappensNothingIsSaidTwice() throws IOException {
		// Given
		play(1);
		int published = this.files.published().size();
		List<String> kept = this.standing.stream().filter((id) -> !this.foreign.contains(id)).toList();
		// When
		hand(kept, false);
		hand(kept, false);
		// Then
		assertThat(this.files.published()).hasSize(published);
	}

	private void play(int seed) throws IOException {
		Random random = new Random(seed);
		List<String> rows = List.of();
		for (int step = 0; step < STEPS; step++) {
			String said = "seed " + seed + ", step " + step;
			switch (random.nextInt(10)) {
				case 0 -> restart();
				case 1 -> push("A-" + random.nextInt(MOST));
				case 2 -> hand(rows, false);
				case 3 -> hand(rows, true);
				case 4 -> {
					rows = List.of();
					hand(rows, false);
				}
				default -> {
					rows = some(rows, random);
					hand(rows, random.nextInt(8) == 0);
				}
			}
			assertThat(this.files.standing()).as(said).containsExactlyElementsOf(this.standing);
		}
	}

	private void restart() {
		this.files.restart();
		this.asked = Optional.empty();
	}

	private void push(String id) {
		this.files.push(id);
		this.standing.add(id);
		this.foreign.add(id);
	}

	/** A file with these rows, one of which may be refused. */
	private void hand(List<String> rows, boolean refused) throws IOException {
		List<String> lines = new ArrayList<>(List.of("รหัส,ชื่อ,วันที่"));
		rows.forEach((id) -> lines.add(id + ",อบรม,24/01/2565"));
		if (refused) {
			lines.add("R-1,อบรม,ไม่ใช่วันที่");
		}
		this.files.hand(this.files.csv("a.csv", lines));
		this.standing.addAll(rows);
		this.foreign.removeAll(rows);
		Set<String> own = new TreeSet<>(this.standing);
		own.removeAll(this.foreign);
		Set<String> missing = new TreeSet<>(own);
		rows.forEach(missing::remove);
		boolean confirmed = !refused && this.asked.equals(Optional.of(rows));
		boolean many = missing.size() * 2 >= own.size() || (missing.size() > 5 && missing.size() * 10 > own.size());
		this.asked = Optional.empty();
		if (refused || missing.isEmpty()) {
			return;
		}
		if (many && !confirmed) {
			this.asked = Optional.of(rows);
			return;
		}
		this.standing.removeAll(missing);
	}

	/** The same rows but for a few, or quite others. */
	private static List<String> some(List<String> rows, Random random) {
		int change = (random.nextInt(4) == 0) ? 2 : 12;
		Set<String> some = new TreeSet<>();
		for (int number = 0; number < MOST; number++) {
			String id = "A-" + number;
			boolean there = rows.contains(id);
			if ((random.nextInt(change) == 0) ? !there : there) {
				some.add(id);
			}
		}
		some.add("A-0");
		return List.copyOf(some);
	}

}
