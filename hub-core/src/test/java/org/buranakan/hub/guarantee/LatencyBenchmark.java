package org.buranakan.hub.guarantee;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long after it was due to be sent an activity stands in the hub's tables, is read
 * from {@code hub.view.activity}, and is told to open pages, at a steady rate, whether
 * earlier ones are late or not (open loop); and how soon a hub that was killed has caught
 * up. No test: its figures are for people. <pre>
 * mvn test -pl hub-core -am -Dtest=LatencyBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class LatencyBenchmark {

	private static final int RATE = Integer.getInteger("rate", 500);

	private static final int WARM_UP = RATE * Integer.getInteger("warm-up", 60);

	private static final int EVENTS = WARM_UP + RATE * Integer.getInteger("seconds", 60);

	private static final List<String> OPTIONS = List.of(System.getProperty("hub.options", "-Xmx1g").split(" ", -1));

	private static final String DATA = "data:";

	private final long[] due = new long[EVENTS];

	private final AtomicLongArray inTables = new AtomicLongArray(EVENTS);

	private final AtomicLongArray inTopic = new AtomicLongArray(EVENTS);

	private final AtomicLongArray onPages = new AtomicLongArray(EVENTS);

	private final CountDownLatch reading = new CountDownLatch(1);

	private final CountDownLatch greeted = new CountDownLatch(1);

	@Test
	void eventsPassAtASteadyRate() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "steady");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			String topic = "agency." + agencies.names().getFirst() + ".activity";
			try (HubProcess process = HubProcess.startCold(hub.properties(), OPTIONS)) {
				Published events = new Published(agencies, agencies.names().getFirst());
				agencies.publish(activity(events, "first"));
				agencies.flush();
				topics.shows("activity", agencies.names().getFirst() + ":first");
				Thread tables = Thread.ofPlatform().start(() -> watchTables(hub, topic));
				Thread view = Thread.ofPlatform().start(() -> watchTopic(agencies));
				Thread page = Thread.ofPlatform().start(() -> watchStream(process, agencies.names().getFirst() + ":"));
				this.reading.await();
				this.greeted.await();
				send(agencies, events);
				Awaitility.await()
					.atMost(Duration.ofMinutes(5))
					.until(() -> (isFull(this.inTables) && isFull(this.inTopic) && isFull(this.onPages))
							|| !process.isAlive());
				assertThat(process.isAlive()).isTrue();
				tables.join();
				view.join();
				print("in the tables", this.inTables);
				print("read from hub.view.activity", this.inTopic);
				print("told to pages", this.onPages);
				process.kill();
				page.join();
			}
			recover(agencies, hub, topic);
		}
	}

	/** As many as come in ten seconds wait for it. */
	private static void recover(Agencies agencies, HubUnderTest hub, String topic) throws Exception {
		Published events = new Published(agencies, agencies.names().getFirst());
		for (int number = 0; number < 10 * RATE; number++) {
			agencies.publish(activity(events, "late-" + number));
		}
		agencies.flush();
		long killed = System.nanoTime();
		try (HubProcess process = HubProcess.startCold(hub.properties(), OPTIONS)) {
			Awaitility.await()
				.atMost(Duration.ofMinutes(5))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> hub.positions().getOrDefault(topic, 0L) >= 1 + EVENTS + 10 * RATE || !process.isAlive());
			System.out.printf("= started again after kill -9, ten seconds' events are in the tables after %.1f s%n",
					(System.nanoTime() - killed) / 1e9);
		}
	}

	private void send(Agencies agencies, Published events) {
		long start = System.nanoTime();
		for (int number = 0; number < EVENTS; number++) {
			this.due[number] = start + number * (1_000_000_000L / RATE);
			LockSupport.parkNanos(this.due[number] - System.nanoTime());
			agencies.publish(activity(events, String.valueOf(number)));
		}
		agencies.flush();
	}

	private static ProducerRecord<byte[], byte[]> activity(Published events, String id) {
		var model = events.first(Family.ACTIVITY, 0);
		String agency = Envelope.of(model).agency();
		return events.record(Published.revision(Published.with(model, "entityId", agency + ":" + id), 1));
	}

	private void watchTables(HubUnderTest hub, String topic) {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(hub.database().url(),
				hub.database().owner().user(), hub.database().owner().password(), true);
		JdbcClient sql = JdbcClient.create(connection);
		int next = 0;
		while (next < EVENTS) {
			// The first record of the log is none of them.
			long position = sql.sql("SELECT next_offset FROM hub.log WHERE topic = :topic")
				.param("topic", topic)
				.query(Long.class)
				.single() - 1;
			long now = System.nanoTime();
			for (; next < position; next++) {
				this.inTables.set(next, now);
			}
			LockSupport.parkNanos(2_000_000);
		}
		connection.destroy();
	}

	private void watchTopic(Agencies agencies) {
		Map<String, Object> reader = new HashMap<>(agencies.platform().client("auditor"));
		reader.put("isolation.level", "read_committed");
		String prefix = agencies.names().getFirst() + ":";
		try (var consumer = new KafkaConsumer<>(reader, new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> topic = List.of(new TopicPartition("hub.view.activity", 0));
			consumer.assign(topic);
			consumer.seekToEnd(topic);
			consumer.position(topic.getFirst());
			this.reading.countDown();
			while (!isFull(this.inTopic)) {
				for (var record : consumer.poll(Duration.ofMillis(100))) {
					String id = record.key().replaceFirst(prefix, "");
					if (record.key().startsWith(prefix) && !id.equals("first")) {
						this.inTopic.compareAndSet(Integer.parseInt(id), 0, System.nanoTime());
					}
				}
			}
		}
	}

	/** As an open page hears of it, which then asks for what it shows. */
	private void watchStream(HubProcess process, String prefix) {
		try (Stream<String> lines = process.lines("/api/v1/stream")) {
			lines.peek((line) -> this.greeted.countDown())
				.filter((line) -> line.startsWith(DATA))
				.map((line) -> JsonMapper.shared().readTree(line.substring(DATA.length())))
				.filter((change) -> change.path("family").asString().equals("activity"))
				.forEach((change) -> told(change.path("key").asString(), prefix));
		}
		// It ends with the process.
		catch (UncheckedIOException ended) {
			// What was told until then is looked at where it is waited for.
		}
	}

	/** Of very many at once no one is named: all that are in the tables are told. */
	private void told(String key, String prefix) {
		long now = System.nanoTime();
		if (key.equals("*")) {
			for (int number = 0; number < EVENTS && this.inTables.get(number) != 0; number++) {
				this.onPages.compareAndSet(number, 0, now);
			}
		}
		else if (key.startsWith(prefix) && !key.endsWith("first")) {
			this.onPages.compareAndSet(Integer.parseInt(key.substring(prefix.length())), 0, now);
		}
	}

	private static boolean isFull(AtomicLongArray moments) {
		for (int number = EVENTS - 1; number >= 0; number--) {
			if (moments.get(number) == 0) {
				return false;
			}
		}
		return true;
	}

	private void print(String where, AtomicLongArray moments) {
		double[] millis = LongStream.range(WARM_UP, EVENTS)
			.mapToDouble((number) -> (moments.get((int) number) - this.due[(int) number]) / 1e6)
			.sorted()
			.toArray();
		System.out.printf("= %d events/s, %s after %.0f ms (median), %.0f ms (99 of 100), %.0f ms (all)%n", RATE, where,
				millis[millis.length / 2], millis[millis.length * 99 / 100], Arrays.stream(millis).max().orElse(0));
	}

}
