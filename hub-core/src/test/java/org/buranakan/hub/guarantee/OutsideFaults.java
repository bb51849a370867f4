package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;
import org.buranakan.schemas.topic.Family;

import static org.assertj.core.api.Assertions.assertThat;

/** Faults of Kafka, of its logs, of the registry, of the machine and of the code. */
final class OutsideFaults {

	private static final int EVENTS = 200;

	private OutsideFaults() {
	}

	static void brokerKilled(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			brokerAway(scene, (kafka) -> kafka.kill());
		}
	}

	static void brokerRestarted(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			brokerAway(scene, (kafka) -> kafka.stop());
		}
	}

	private static void brokerAway(Scene scene, Consumer<Part> goes) throws IOException {
		HubProcess process = scene.running();
		Part kafka = scene.platform().part(PartName.KAFKA);
		scene.workload().publish(EVENTS);
		goes.accept(kafka);
		try {
			scene.awaitDown(process, "\"heldBack\"");
		}
		finally {
			kafka.start();
		}
		scene.workload().publish(EVENTS);
		scene.awaitUp(process);
	}

	static void brokerFrozen(Scene scene, int times) throws IOException {
		Part kafka = scene.platform().part(PartName.KAFKA);
		for (int time = 0; time < times; time++) {
			HubProcess process = scene.running();
			scene.workload().publish(EVENTS);
			kafka.freeze();
			try {
				scene.pass(scene.minute());
				if (scene.minute().toSeconds() >= 60) {
					scene.awaitDown(process, "\"heldBack\"");
				}
			}
			finally {
				kafka.thaw();
			}
			scene.workload().publish(EVENTS);
			scene.awaitUp(process);
		}
	}

	static void registryAwayAtStart(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			scene.rest();
			scene.stopAll();
			scene.registry().goesAway("/");
			HubProcess process = scene.start();
			scene.workload().publish(EVENTS);
			long read = scene.read();
			scene.awaitDown(process, "\"heldBack\"");
			assertThat(scene.read()).isEqualTo(read);
			scene.registry().isBack();
			scene.awaitUp(process);
		}
	}

	/** A schema that was never seen cannot be told from one that does not exist. */
	static void registryAwayLater(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			scene.rest();
			scene.registry().goesAway("/");
			scene.workload().publish(EVENTS);
			Published published = new Published(scene.agencies(), scene.workload().anyAgency());
			var record = published.record(published.first(Family.PLAN, 0));
			scene.agencies().publish(Published.bytes(record, new byte[] { 0, 0x7e, 0, 0, (byte) time, 1 }));
			scene.agencies().flush();
			scene.awaitDown(scene.alive().getFirst(), "\"heldBack\"");
			scene.registry().isBack();
			scene.rest();
		}
	}

	/** Records are removed before they are read. */
	static void logStartMoved(Scene scene, int times) throws Exception {
		scene.workload().publish(5 * EVENTS);
		scene.rest();
		scene.stopAll();
		String topic = "agency." + scene.workload().anyAgency() + ".activity";
		Parked parked = Parked.of(scene, topic, "LOG_TRUNCATED");
		scene.workload().publish(5 * EVENTS);
		TopicPartition log = new TopicPartition(topic, 0);
		try (Admin admin = Admin.create(scene.agencies().superuser())) {
			long end = admin.listOffsets(Map.of(log, OffsetSpec.latest())).partitionResult(log).get().offset();
			admin.deleteRecords(Map.of(log, RecordsToDelete.beforeOffset(end - 1))).all().get();
		}
		parksAlone(scene, parked);
	}

	static void topicRecreated(Scene scene, int times) throws Exception {
		scene.workload().publish(5 * EVENTS);
		scene.rest();
		scene.stopAll();
		String topic = "agency." + scene.workload().anyAgency() + ".activity";
		Parked parked = Parked.of(scene, topic, "TOPIC_RECREATED");
		try (Admin admin = Admin.create(scene.agencies().superuser())) {
			admin.deleteTopics(List.of(topic)).all().get();
			scene.until(topic + " is created again", () -> {
				admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()))).all().get();
				return true;
			});
		}
		scene.workload().publish(5 * EVENTS);
		parksAlone(scene, parked);
	}

	private static void parksAlone(Scene scene, Parked parked) throws IOException {
		Map<String, Long> before = scene.hub().positions();
		assertThat(before).containsEntry(parked.topic(), (long) parked.read().size());
		scene.parks(parked);
		HubProcess process = scene.start();
		scene.awaitDown(process, parked.code());
		scene.rest();
		assertThat(scene.hub().positions()).containsEntry(parked.topic(), (long) parked.read().size());
		assertThat(scene.hub().positions()).as("the others went on").isNotEqualTo(before);
		assertThat(scene.sql()
			.sql("SELECT topic || ' ' || parked_code FROM hub.log WHERE state = 'PARKED'")
			.query((row, number) -> row.getString(1))
			.list()).containsExactly(parked.topic() + " " + parked.code());
		assertThat(process.health()).contains(parked.topic(), parked.code());
	}

	/** A process whose clock is a day off takes over, and gives the logs back. */
	static void clock(Scene scene, String by, int times) throws Exception {
		Map<String, String> environment = Map.of("LD_PRELOAD", faketime().toString(), "FAKETIME", by,
				"FAKETIME_DONT_FAKE_MONOTONIC", "1");
		for (int time = 0; time < times; time++) {
			HubProcess right = scene.running();
			scene.workload().publish(EVENTS);
			HubProcess wrong = scene.start(Map.of(), environment);
			Together.share(scene, right, wrong);
			right.kill();
			scene.workload().publish(EVENTS);
			scene.rest();
			wrong.ask("POST", "/api/v1/cuts");
			wrong.kill();
		}
	}

	private static Path faketime() throws IOException, NotRunHere {
		try (DirectoryStream<Path> systems = Files.newDirectoryStream(Path.of("/usr/lib"))) {
			for (Path system : systems) {
				Path library = system.resolve("faketime/libfaketimeMT.so.1");
				if (Files.exists(library)) {
					return library;
				}
			}
		}
		throw new NotRunHere("needs the package faketime");
	}

	/** One record makes the code throw an {@link Error}. */
	static void errorInTheListener(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			scene.rest();
			scene.stopAll();
			Published published = new Published(scene.agencies(), scene.workload().anyAgency());
			SpecificRecord event = published.first(Family.ACTIVITY, time);
			BuggyProjection.fails(event);
			HubUnderTest hub = scene.hub().with("spring.main.sources", BuggyProjection.class.getName()).start();
			scene.agencies().publish(event);
			scene.workload().publish(EVENTS);
			scene.until("health names the record",
					() -> hub.health().contains("DOWN") && hub.health().contains(BuggyProjection.WHY));
			BuggyProjection.isMended(event);
			hub.catchesUp();
			scene.until("it is well", () -> hub.health().startsWith("UP"));
			hub.stop();
			scene.start();
		}
	}

}
