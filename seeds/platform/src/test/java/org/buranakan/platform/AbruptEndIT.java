package org.buranakan.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.platform.process.Leftovers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The platform after its parent, or a guard, was killed. Its platforms are its own, so it
 * runs beside those that take turns with the shared one.
 */
@Execution(ExecutionMode.CONCURRENT)
class AbruptEndIT {

	private static final TopicPartition LOG = new TopicPartition("agency.codi.plan", 0);

	@TempDir
	private Path data;

	private final Ports ports = Ports.free();

	private final List<String> noticed = new CopyOnWriteArrayList<>();

	@Test
	void nothingIsLeftBehindAndNothingAcknowledgedIsLost() throws Exception {
		// Given
		Process parent = embedding();
		assertThat(processes()).hasSize(5);
		publish("before the end");
		// When
		parent.destroyForcibly();
		// Then
		await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(processes()).isEmpty());
		try (Platform platform = start()) {
			assertThat(published(platform)).containsExactly("before the end");
			assertThat(this.noticed).isEmpty();
			Assumptions.assumeFalse("containers".equals(System.getProperty("buranakan.parts")),
					"A container ends with its guard: no program is left behind");
			orphan(Toolbox.mark(this.data));
		}
		// Given
		List<ProcessHandle> orphans = Leftovers.javaWith(Toolbox.mark(this.data));
		assertThat(orphans).isNotEmpty();
		// When
		try (Platform platform = start()) {
			// Then
			assertThat(published(platform)).containsExactly("before the end");
			assertThat(this.noticed).hasSameSizeAs(orphans).allMatch((line) -> line.contains("left behind"));
			assertThat(orphans).noneMatch(ProcessHandle::isAlive);
		}
		assertThat(processes()).isEmpty();
	}

	/** Kills the guards of all Java parts, so that nobody stops these any more. */
	private static void orphan(String mark) {
		Leftovers.javaWith(mark).stream().map(ProcessHandle::parent).flatMap(Optional::stream).forEach((guard) -> {
			Stream<ProcessHandle> watches = guard.children()
				.filter((child) -> !child.info().command().orElse("").endsWith("java"));
			guard.destroyForcibly();
			watches.toList().forEach(ProcessHandle::destroyForcibly);
		});
	}

	private Platform start() {
		PlatformSettings settings = Embedding.settings(this.data, this.ports);
		return Platform.start(settings, Front.NONE, new StartListener() {

			@Override
			public void noticed(String sentence) {
				AbruptEndIT.this.noticed.add(sentence);
			}

		});
	}

	private List<ProcessHandle> processes() {
		Stream<ProcessHandle> server = Leftovers.postgresIn(PostgreSql.directory(this.data)).stream().limit(1);
		return Stream.concat(Leftovers.javaWith(Toolbox.mark(this.data)).stream(), server).toList();
	}

	private Process embedding() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dburanakan.parts=" + System.getProperty("buranakan.parts", ""), "-cp",
				System.getProperty("java.class.path"), Embedding.class.getName(), this.data.toString(),
				port(this.ports.registry()), port(this.ports.registryHealth()), port(this.ports.kafka()),
				port(this.ports.kafkaController()), port(this.ports.postgresql()), port(this.ports.connect()),
				port(this.ports.hubConnect()))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		assertThat(output.lines().anyMatch((line) -> line.startsWith(Embedding.READY))).isTrue();
		return process;
	}

	private static String port(int port) {
		return String.valueOf(port);
	}

	private void publish(String value) throws Exception {
		Map<String, Object> superuser = attach().superuser();
		try (Admin admin = Admin.create(superuser)) {
			admin.createTopics(List.of(new NewTopic(LOG.topic(), 1, (short) 1))).all().get();
		}
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(superuser, new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>(LOG.topic(), "key", value)).get();
		}
	}

	private Platform attach() {
		return Platform.attach(this.data, this.ports, new Parts() {

			@Override
			public void act(PartName part, Action action) {
				throw new UnsupportedOperationException("Somebody else's parts");
			}

			@Override
			public void close() {
				// Somebody else's parts.
			}

		});
	}

	private static List<String> published(Platform platform) {
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(platform.superuser(),
				new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(List.of(LOG));
			consumer.seekToBeginning(List.of(LOG));
			return consumer.poll(Duration.ofMinutes(1)).records(LOG).stream().map((record) -> record.value()).toList();
		}
	}

}
