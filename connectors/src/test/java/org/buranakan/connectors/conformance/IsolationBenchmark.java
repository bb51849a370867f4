package org.buranakan.connectors.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long an agency waits for the answers to its pushes while another floods the same
 * connector with a hundred times as many, beside how long it waits while nobody does, in
 * turns; both have the default allowance. No test: its figures are for people. <pre>
 * mvn test -pl connectors -am -Dtest=IsolationBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre> Connector, flood and measurement are processes of their own. In truth a flood
 * comes from another machine, so it is sent with the lowest priority: what it does to the
 * connector counts, what its own program takes of the processors does not. It is paced by
 * the clock and does not slow down with the answers; how much of it was really sent is
 * printed. What is measured begins when a push was due, so that waiting to be sent counts
 * too.
 */
class IsolationBenchmark {

	private static final int ROUNDS = Integer.getInteger("rounds", 5);

	private static final Duration PHASE = Duration.ofSeconds(Integer.getInteger("seconds", 40));

	private static final int QUIET_PER_SECOND = Integer.getInteger("rate", 5);

	private static final int TIMES = 100;

	/** Enough for a flood that is made to wait for its refusals. */
	private static final int FLOOD_CONNECTIONS = 256;

	@TempDir
	private Path folder;

	@Test
	void anAgencyIsAnsweredWhileAnotherFloods() throws Exception {
		OwnJvm.print(OwnJvm.start("-Xmx256m", "-Drounds=" + ROUNDS, "-Dseconds=" + PHASE.toSeconds(),
				"-Drate=" + QUIET_PER_SECOND, IsolationBenchmark.class.getName(), this.folder.toString()));
	}

	/** Measures in turns, in a JVM of its own. */
	static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		JoinedAgency quiet = new JoinedAgency(Files.createDirectory(folder.resolve("quiet")), "push: activity");
		JoinedAgency flooding = new JoinedAgency(Files.createDirectory(folder.resolve("flooding")), "push: activity");
		Map<String, Object> settings = quiet.settings();
		flooding.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[1]"), value));
		try (RunningConnector connector = RunningConnector.startProcess(settings, List.of("-Xms512m", "-Xmx512m"));
				Flood wildly = new Flood(connector.address(), flooding.token())) {
			PacedPushes quietly = new PacedPushes(connector.address(), quiet.token(), QUIET_PER_SECOND,
					QUIET_PER_SECOND * 10);
			// A connector runs for weeks: what it does in its first minute is no measure.
			for (int warming = 0; warming < 3; warming++) {
				wildly.begin();
				quietly.during(PHASE);
				wildly.end();
			}
			List<Long> alone = new ArrayList<>();
			List<Long> beside = new ArrayList<>();
			List<Double> ratios = new ArrayList<>();
			System.out.printf("= quiet: %d pushes/s of %d items; flood: %d pushes/s of as many%n", QUIET_PER_SECOND,
					PacedPushes.BATCH, QUIET_PER_SECOND * TIMES);
			System.out.println(
					"=           quiet p50    p99 |  flooded p50    p99 | p99 ratio | flood: 200 429 other unsent, sent late p99");
			for (int round = 1; round <= ROUNDS; round++) {
				List<Long> before = (round % 2 == 1) ? taken(quietly) : List.of();
				wildly.begin();
				List<Long> during = taken(quietly);
				String flood = wildly.end();
				before = before.isEmpty() ? taken(quietly) : before;
				alone.addAll(before);
				beside.addAll(during);
				ratios.add(print("round " + round, before, during, flood + " ms"));
			}
			print("all    ", alone, beside, "");
			System.out.printf("= median of the rounds: %.2f%n", ratios.stream().sorted().toList().get(ROUNDS / 2));
		}
	}

	/** What the quiet one waited; a refusal would be quick, and no answer at all. */
	private static List<Long> taken(PacedPushes quietly) {
		PacedPushes.Sent sent = quietly.during(PHASE);
		assertThat(sent.isAllTaken()).as("all of the quiet agency's pushes are taken: " + sent.summary()).isTrue();
		return sent.latencies();
	}

	private static double print(String name, List<Long> alone, List<Long> beside, String flood) {
		double quiet = PacedPushes.Sent.percentile(alone, 0.99);
		double flooded = PacedPushes.Sent.percentile(beside, 0.99);
		System.out.printf("= %s: %8.1f %6.1f ms | %10.1f %6.1f ms | %9.2f | %s%n", name,
				PacedPushes.Sent.percentile(alone, 0.5), quiet, PacedPushes.Sent.percentile(beside, 0.5), flooded,
				flooded / quiet, flood);
		return flooded / quiet;
	}

	/** The agency that floods, in a process with the lowest priority. */
	private static final class Flood implements AutoCloseable {

		private final Process process;

		private final BufferedReader answers;

		private final Writer requests;

		Flood(URI connector, String token) throws IOException {
			this.process = OwnJvm.startLast("-Xmx256m", "-XX:+UseSerialGC", PacedPushes.class.getName(),
					connector.toString(), token, String.valueOf(QUIET_PER_SECOND * TIMES),
					String.valueOf(FLOOD_CONNECTIONS), PHASE.toString());
			this.answers = this.process.inputReader(StandardCharsets.UTF_8);
			this.requests = this.process.outputWriter(StandardCharsets.UTF_8);
		}

		void begin() throws IOException {
			this.requests.write("\n");
			this.requests.flush();
		}

		/** Waits for its end, and says what became of it. */
		String end() throws IOException {
			String answer = this.answers.readLine();
			if (answer == null || !answer.startsWith(PacedPushes.ANSWER)) {
				throw new IllegalStateException("The flood says " + answer);
			}
			return answer.substring(PacedPushes.ANSWER.length());
		}

		@Override
		public void close() throws IOException {
			this.requests.close();
			this.process.destroy();
		}

	}

}
