package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many items a second are pushed over HTTP in batches of 100, each durable before it
 * is answered, beside Kafka's own producer benchmark with records of the same size and
 * {@code acks=all} on the same broker. No test: its figures are for people. <pre>
 * mvn test -pl connectors -am -Dtest=PushBenchmark -Ditems=200000 -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class PushBenchmark {

	private static final int ROUNDS = 3;

	private static final String HEAP = "-Xmx512m";

	private static final int BATCH = 100;

	/** How many items are pushed before any is counted. */
	private static final int WARM = 1_000_000;

	/** What a large agency has; whatever is pushed changes one of them. */
	private static final int ENTITIES = 200_000;

	/** An agency's system has a few connections, and waits for each answer. */
	private static final int SENDERS = 4;

	private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

	@TempDir
	private Path folder;

	@Test
	void itemsAreTakenBesideKafkasOwnProducerBenchmark() throws Exception {
		OwnJvm.print(OwnJvm.start(HEAP, PushBenchmark.class.getName(), this.folder.toString(),
				Integer.getInteger("items", 200_000).toString()));
	}

	/** Measures in turns, in a JVM of its own. */
	static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		int items = Integer.parseInt(arguments[1]);
		JoinedAgency agency = new JoinedAgency(folder, "push: activity");
		String topic = topic(agency);
		Path client = properties(agency, folder);
		AtomicInteger next = new AtomicInteger();
		Map<String, Object> settings = new HashMap<>(agency.settings());
		settings.put("buranakan.access.items-per-minute", 100_000_000);
		settings.put("buranakan.access.requests-per-minute", 1_000_000);
		try (RunningConnector connector = RunningConnector.start(settings);
				HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			// A connector runs for weeks: what it does before its JVM has compiled what a
			// request goes through, a hundredth as often as an item, is no measure.
			for (int warm = 0; warm < WARM; warm += items) {
				ours(http, connector, agency, next, items);
			}
			int size = recordSize(agency);
			System.out.printf("= records of %d bytes, key and headers included%n", size);
			for (int round = 1; round <= ROUNDS; round++) {
				double ours = ours(http, connector, agency, next, items);
				double kafka = kafkas(topic, client, items * 5, size);
				System.out.printf(
						"= round %d: push %,.0f items/s, kafka-producer-perf-test %,.0f records/s, ratio %.2f%n", round,
						ours, kafka, ours / kafka);
			}
		}
	}

	private static double ours(HttpClient http, RunningConnector connector, JoinedAgency agency, AtomicInteger next,
			int items) throws Exception {
		List<byte[]> bodies = new ArrayList<>();
		for (int batch = 0; batch < items / BATCH; batch++) {
			bodies.add(body(next.getAndAdd(BATCH)));
		}
		long before = System.nanoTime();
		try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
			List<Future<?>> batches = new ArrayList<>();
			for (byte[] body : bodies) {
				batches.add(senders.submit(() -> push(http, connector.address(), agency, body)));
			}
			for (Future<?> batch : batches) {
				batch.get();
			}
		}
		return items / (Duration.ofNanos(System.nanoTime() - before).toMillis() / 1000.0);
	}

	private static byte[] body(int first) {
		return IntStream.range(first, first + BATCH)
			.mapToObj(PushBenchmark::item)
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static Void push(HttpClient http, URI connector, JoinedAgency agency, byte[] body) throws Exception {
		HttpResponse<String> response = http.send(HttpRequest.newBuilder(connector.resolve("/v1/events"))
			.header("Authorization", "Bearer " + agency.token())
			.header("Content-Type", "application/x-ndjson")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() != 200 || response.body().contains("refused")) {
			throw new IllegalStateException(response.statusCode() + " " + response.body());
		}
		return null;
	}

	private static String item(int number) {
		return """
				{"type": "activity", "รหัส": "%d", "ชื่อ": "อบรมอาสาสมัครเฝ้าระวังการทุจริตในตำบล รุ่นที่ %d", "พื้นที่": "110103", "วันที่": "24 ม.ค. 2565"}"""
			.formatted(number % ENTITIES, number);
	}

	/**
	 * So many that the seconds in which its JVM compiles do not tell; its own
	 * {@code --warmup-records} begins to count while the records before are on their way.
	 */
	private static double kafkas(String topic, Path client, int records, int size) throws Exception {
		Process process = OwnJvm.start(HEAP, "org.apache.kafka.tools.ProducerPerformance", "--topic", topic,
				"--num-records", Integer.toString(records), "--record-size", Integer.toString(size), "--throughput",
				"-1", "--command-config", client.toString());
		String said = process.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
		Matcher rate = RATE.matcher(said);
		Optional<String> last = rate.results().map((result) -> result.group(1)).reduce((first, second) -> second);
		return Double.parseDouble(last.orElseThrow(() -> new IllegalStateException(said)));
	}

	/** What an event takes in the log before it is compressed. */
	private static int recordSize(JoinedAgency agency) {
		TopicPartition log = new TopicPartition("agency." + agency.id() + ".activity", 0);
		try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(agency.platform().superuser(),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			consumer.assign(List.of(log));
			consumer.seekToBeginning(List.of(log));
			ConsumerRecords<byte[], byte[]> first = consumer.poll(Duration.ofSeconds(10));
			return (int) first.records(log)
				.stream()
				.mapToInt((record) -> record.serializedKeySize() + record.serializedValueSize()
						+ Stream.of(record.headers().toArray())
							.mapToInt((header) -> header.key().length() + header.value().length)
							.sum())
				.average()
				.orElseThrow();
		}
	}

	private static String topic(JoinedAgency agency) throws Exception {
		String topic = "benchmark." + agency.id();
		try (Admin admin = Admin.create(agency.platform().superuser())) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
		}
		return topic;
	}

	private static Path properties(JoinedAgency agency, Path folder) throws IOException {
		String properties = agency.platform()
			.superuser()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining("\n", "", "\nacks=all\n"));
		return Files.writeString(folder.resolve("benchmark.properties"), properties);
	}

}
