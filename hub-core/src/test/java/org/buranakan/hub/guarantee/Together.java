package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import static org.assertj.core.api.Assertions.assertThat;

/** Faults of who owns which log. */
final class Together {

	private static final int EVENTS = 200;

	private Together() {
	}

	/** Waits until both have moved logs on. */
	static void share(Scene scene, HubProcess first, HubProcess second) {
		scene.awaitUp(second);
		long mark = mark(scene);
		scene.until("both processes read logs", () -> {
			scene.workload().publish(5);
			return advances(scene, first, mark) > 0 && advances(scene, second, mark) > 0;
		});
	}

	/** Stops one, lets the other take over, lets the first go on. */
	static void zombie(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			HubProcess zombie = scene.running();
			HubProcess other = scene.start();
			share(scene, zombie, other);
			scene.workload().publish(EVENTS);
			zombie.freeze();
			revive(scene, zombie, other);
		}
	}

	/** As a zombie, which stopped with a transaction open and the logs locked. */
	static void zombieInTransaction(Scene scene, int times) throws Exception {
		for (int time = 0; time < times; time++) {
			HubProcess zombie = scene.running();
			scene.gates().shut(FailPoint.AFTER_POLL);
			scene.workload().publish(EVENTS);
			scene.until("it waits for its locks", () -> scene.gates().isReached(FailPoint.AFTER_POLL));
			zombie.freeze();
			scene.gates().open();
			revive(scene, zombie, scene.start());
		}
	}

	/** As a zombie, which stopped while PostgreSQL waits for the rest of its rows. */
	static void zombieInCopy(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			HubProcess zombie = scene.running();
			scene.line().hold(DatabaseInFront.Moment.COPY_WITHOUT_ITS_END);
			scene.workload().publish(EVENTS);
			scene.until("it copies", () -> scene.line().isReached(DatabaseInFront.Moment.COPY_WITHOUT_ITS_END));
			zombie.freeze();
			HubProcess other = scene.start();
			scene.hub().catchesUp();
			scene.line().release(DatabaseInFront.Moment.COPY_WITHOUT_ITS_END);
			revive(scene, zombie, other);
		}
	}

	private static void revive(Scene scene, HubProcess zombie, HubProcess other) throws IOException {
		scene.workload().publish(EVENTS);
		scene.hub().catchesUp();
		Map<Long, Long> epochs = new HashMap<>();
		scene.sql().sql("SELECT id, epoch FROM hub.log").query((row) -> {
			epochs.put(row.getLong(1), row.getLong(2));
		});
		long mark = mark(scene);
		zombie.thaw();
		scene.workload().publish(EVENTS);
		scene.pass(Duration.ofSeconds(3));
		scene.rest();
		scene.sql()
			.sql("SELECT log_id, epoch FROM watch.advance WHERE nr > :mark AND process = :zombie")
			.param("mark", mark)
			.param("zombie", scene.name(zombie))
			.query((row) -> {
				assertThat(row.getLong(2)).as("the claim of what the zombie wrote to log " + row.getLong(1))
					.isGreaterThan(epochs.getOrDefault(row.getLong(1), 0L));
			});
		assertThat(other.isAlive()).isTrue();
		other.stop();
		scene.rest();
	}

	/** Consumers come and go, each of which gets logs that it does not read. */
	static void rebalanceStorm(Scene scene, int times) throws IOException {
		HubProcess process = scene.running();
		long claims = scene.claims();
		Map<String, Object> member = new HashMap<>(scene.platform().client("hub"));
		member.put("group.id", scene.hub().group());
		member.put("auto.offset.reset", "latest");
		member.put("enable.auto.commit", false);
		member.put("session.timeout.ms", 6000);
		member.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
		for (int time = 0; time < times; time++) {
			try (KafkaConsumer<byte[], byte[]> guest = new KafkaConsumer<>(member, new ByteArrayDeserializer(),
					new ByteArrayDeserializer())) {
				guest
					.subscribe(Pattern.compile("agency\\." + scene.agencies().pattern() + "\\.(plan|activity|budget)"));
				scene.workload().publish(EVENTS / 10);
				scene.until("the guest has logs", () -> {
					guest.poll(Duration.ofMillis(100));
					return !guest.assignment().isEmpty();
				});
				for (int poll = 0; poll < scene.chance().nextInt(10); poll++) {
					guest.poll(Duration.ofMillis(100));
				}
			}
			long before = claims + time;
			scene.until("its logs are claimed anew", () -> scene.claims() > before);
		}
		assertThat(scene.claims()).as("claims after the storm").isGreaterThanOrEqualTo(claims + times);
		assertThat(process.isAlive()).isTrue();
	}

	/** PostgreSQL answers later than Kafka lets a consumer be silent. */
	static void slowBeyondThePollInterval(Scene scene, int times) throws Exception {
		for (int time = 0; time < times; time++) {
			HubProcess slow = slow(scene);
			scene.gates().shut(FailPoint.BEFORE_COMMIT);
			scene.workload().publish(EVENTS);
			scene.until("it commits slowly", () -> scene.gates().isReached(FailPoint.BEFORE_COMMIT));
			long claims = scene.claims();
			HubProcess other = scene.start();
			scene.pass(Duration.ofSeconds(20));
			scene.gates().open();
			scene.until("its logs are claimed anew", () -> scene.claims() > claims);
			end(scene, slow, other);
			lateToLock(scene);
		}
	}

	/** As that, but the other process has claimed the logs when the batch comes. */
	private static void lateToLock(Scene scene) throws IOException {
		HubProcess slow = slow(scene);
		scene.line().hold(DatabaseInFront.Moment.LOCK);
		scene.workload().publish(EVENTS);
		scene.until("it asks for its logs", () -> scene.line().isReached(DatabaseInFront.Moment.LOCK));
		long claims = scene.claims();
		assertThat(refused(slow)).isZero();
		HubProcess other = scene.start();
		scene.until("the other one claims them", () -> scene.claims() > claims && scene.number(
				"SELECT count(*) FROM pg_locks WHERE relation = 'hub.log'::regclass AND mode = 'RowExclusiveLock'") == 0);
		scene.hub().catchesUp();
		scene.line().release(DatabaseInFront.Moment.LOCK);
		scene.until("the late batch is refused", () -> refused(slow) > 0);
		end(scene, slow, other);
	}

	/** The only process, which Kafka gives up soon. */
	private static HubProcess slow(Scene scene) throws IOException {
		scene.rest();
		scene.stopAll();
		HubProcess slow = scene.start(Map.of("spring.kafka.consumer.properties[max.poll.interval.ms]", 7000), Map.of());
		scene.awaitUp(slow);
		return slow;
	}

	private static void end(Scene scene, HubProcess slow, HubProcess other) throws IOException {
		scene.rest();
		other.stop();
		scene.rest();
		slow.stop();
	}

	/** How many batches a process was not let write. */
	private static long refused(HubProcess process) throws IOException {
		return process.ask("GET", "/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> line.startsWith("hub_intake_refused_total"))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	/** The last that was written down of who moved a log on. */
	private static long mark(Scene scene) {
		return scene.number("SELECT coalesce(max(nr), 0) FROM watch.advance");
	}

	private static long advances(Scene scene, HubProcess process, long mark) {
		return scene.number("SELECT count(*) FROM watch.advance WHERE nr > %d AND process = '%s'".formatted(mark,
				scene.name(process)));
	}

}
