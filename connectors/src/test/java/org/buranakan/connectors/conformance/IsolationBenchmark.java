package org.buranakan.connectors.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an agency waits for the answers to its pushes while another floods the same
 * connector with a hundred times as many, beside how long it waits while nobody does, in
 * turns; both have the default allowance. No test: its figures are for people. <pre>
 * mvn test -pl connectors -am -Dtest=IsolationBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre> The connector runs in a process of its own. Whoever sends shares the machine's
 * processors with it and with Kafka, so the flood is paced by the clock: it neither slows
 * down with the answers nor takes what is left of the processors. What is measured begins
 * when a push was due, so that waiting to be sent counts too.
 */
class IsolationBenchmark {

	private static final int ROUNDS = Integer.getInteger("rounds", 5);

	private static final Duration PHASE = Duration.ofSeconds(Integer.getInteger("seconds", 20));

	private static final int QUIET_PER_SECOND = Integer.getInteger("rate", 5);

	private static final int TIMES = 100;

	private static final int BATCH = 10;

	/**
	 * A program gone wild has so many connections at most, and drops what is due then.
	 */
	private static final int FLOOD_CONNECTIONS = 32;

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
		try (RunningConnector connector = RunningConnector.startProcess(settings, List.of("-Xms512m", "-Xmx512m"))) {
			Sender quietly = new Sender(connector.address(), quiet, QUIET_PER_SECOND, QUIET_PER_SECOND * 10);
			Sender wildly = new Sender(connector.address(), flooding, QUIET_PER_SECOND * TIMES, FLOOD_CONNECTIONS);
			// A connector runs for weeks: what it does in its first minute is no measure.
			for (int warming = 0; warming < 3; warming++) {
				quietly.during(PHASE);
				wildly.during(PHASE);
			}
			List<Long> alone = new ArrayList<>();
			List<Long> beside = new ArrayList<>();
			System.out.printf("= quiet: %d pushes/s of %d items; flood: %d pushes/s of as many%n", QUIET_PER_SECOND,
					BATCH, QUIET_PER_SECOND * TIMES);
			System.out.println(
					"=           quiet p50    p99 |  flooded p50    p99 | p99 ratio | flood/s 200 429 other unsent");
			for (int round = 1; round <= ROUNDS; round++) {
				List<Long> before = quietly.during(PHASE).latencies();
				List<Long> during;
				Sent flood;
				try (ExecutorService flooder = Executors.newSingleThreadExecutor()) {
					var flooded = flooder.submit(() -> wildly.during(PHASE));
					during = quietly.during(PHASE).latencies();
					flood = flooded.get();
				}
				alone.addAll(before);
				beside.addAll(during);
				print("round " + round, before, during, flood.toString());
			}
			print("all    ", alone, beside, "");
		}
	}

	private static void print(String name, List<Long> alone, List<Long> beside, String flood) {
		System.out.printf("= %s: %8.1f %6.1f ms | %10.1f %6.1f ms | %9.2f | %s%n", name, millis(alone, 0.5),
				millis(alone, 0.99), millis(beside, 0.5), millis(beside, 0.99),
				millis(beside, 0.99) / millis(alone, 0.99), flood);
	}

	private static double millis(List<Long> nanos, double share) {
		List<Long> sorted = nanos.stream().sorted().toList();
		return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * share) - 1)) / 1e6;
	}

	/** What became of the pushes of a phase. */
	private record Sent(List<Long> latencies, Map<Integer, Long> statuses, int unsent) {

		@Override
		public String toString() {
			long all = this.statuses.values().stream().mapToLong(Long::longValue).sum();
			long taken = this.statuses.getOrDefault(200, 0L);
			long refused = this.statuses.getOrDefault(429, 0L);
			return "%d %d %d %d %d".formatted(all / PHASE.toSeconds(), taken, refused, all - taken - refused,
					this.unsent);
		}

	}

	/** Pushes by the clock, whatever the answers. */
	private static final class Sender {

		private final HttpClient http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();

		private final AtomicInteger next = new AtomicInteger();

		private final URI events;

		private final String token;

		private final long interval;

		private final int connections;

		Sender(URI connector, JoinedAgency agency, int perSecond, int connections) {
			this.events = connector.resolve("/v1/events");
			this.token = agency.token();
			this.interval = 1_000_000_000L / perSecond;
			this.connections = connections;
		}

		Sent during(Duration phase) {
			ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
			ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
			Semaphore free = new Semaphore(this.connections);
			int unsent = 0;
			long start = System.nanoTime();
			try (ExecutorService pushes = Executors.newVirtualThreadPerTaskExecutor()) {
				for (long due = 0; due < phase.toNanos(); due += this.interval) {
					LockSupport.parkNanos(start + due - System.nanoTime());
					long at = start + due;
					if (!free.tryAcquire()) {
						unsent++;
						continue;
					}
					pushes.execute(() -> {
						try {
							statuses.add(push());
							latencies.add(System.nanoTime() - at);
						}
						finally {
							free.release();
						}
					});
				}
			}
			return new Sent(List.copyOf(latencies),
					statuses.stream().collect(Collectors.groupingBy((status) -> status, Collectors.counting())),
					unsent);
		}

		private int push() {
			int first = this.next.getAndAdd(BATCH);
			String body = IntStream.range(first, first + BATCH)
				.mapToObj((number) -> PushClient.item("I-" + number))
				.collect(Collectors.joining("\n"));
			try {
				return this.http
					.send(HttpRequest.newBuilder(this.events)
						.header("Authorization", "Bearer " + this.token)
						.header("Content-Type", "application/x-ndjson")
						.POST(HttpRequest.BodyPublishers.ofString(body))
						.build(), HttpResponse.BodyHandlers.discarding())
					.statusCode();
			}
			catch (java.io.IOException ex) {
				return 599;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return 599;
			}
		}

	}

}
