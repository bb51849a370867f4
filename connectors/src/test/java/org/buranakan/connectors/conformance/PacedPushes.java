package org.buranakan.connectors.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One agency's pushes by the clock, whatever the answers. */
final class PacedPushes {

	/** Items of a push. */
	static final int BATCH = 10;

	/** Begins the line that tells what became of a phase. */
	static final String ANSWER = "= ";

	/** No answer. */
	private static final int BROKEN = 599;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final AtomicInteger next = new AtomicInteger();

	private final URI events;

	private final String token;

	private final long interval;

	private final int connections;

	/**
	 * @param connections at most at a time: what is due beyond is not sent
	 */
	PacedPushes(URI connector, String token, int perSecond, int connections) {
		this.events = connector.resolve("/v1/events");
		this.token = token;
		this.interval = 1_000_000_000L / perSecond;
		this.connections = connections;
	}

	/**
	 * In a process of its own: a phase for every line of standard input, and a line of
	 * standard output for every phase.
	 */
	static void main(String[] arguments) throws IOException {
		PacedPushes pushes = new PacedPushes(URI.create(arguments[0]), arguments[1], Integer.parseInt(arguments[2]),
				Integer.parseInt(arguments[3]));
		Duration phase = Duration.parse(arguments[4]);
		BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (requests.readLine() != null) {
			System.out.println(ANSWER + pushes.during(phase).summary());
		}
	}

	Sent during(Duration phase) {
		ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
		ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
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
						delays.add(System.nanoTime() - at);
						statuses.add(push());
						latencies.add(System.nanoTime() - at);
					}
					finally {
						free.release();
					}
				});
			}
		}
		return new Sent(List.copyOf(latencies), List.copyOf(delays),
				statuses.stream().collect(Collectors.groupingBy((status) -> status, Collectors.counting())), unsent);
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
		catch (IOException ex) {
			return BROKEN;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return BROKEN;
		}
	}

	/**
	 * What became of the pushes of a phase.
	 *
	 * @param latencies nanoseconds from when a push was due to its answer
	 * @param delays nanoseconds from when a push was due to when it was sent
	 * @param statuses how many answers had which
	 * @param unsent for want of a connection
	 */
	record Sent(List<Long> latencies, List<Long> delays, Map<Integer, Long> statuses, int unsent) {

		/**
		 * How many were taken, told to wait, answered otherwise and not sent; and how
		 * late those of the last hundredth were sent, in milliseconds.
		 */
		String summary() {
			long taken = this.statuses.getOrDefault(200, 0L);
			long refused = this.statuses.getOrDefault(429, 0L);
			return "%d %d %d %d %.1f".formatted(taken, refused, this.delays.size() - taken - refused, this.unsent,
					percentile(this.delays, 0.99));
		}

		/** Whether all were sent and taken. */
		boolean isAllTaken() {
			return this.unsent == 0 && this.statuses.keySet().equals(Set.of(200));
		}

		/** In milliseconds. */
		static double percentile(List<Long> nanos, double share) {
			List<Long> sorted = nanos.stream().sorted().toList();
			return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * share) - 1)) / 1e6;
		}

	}

}
