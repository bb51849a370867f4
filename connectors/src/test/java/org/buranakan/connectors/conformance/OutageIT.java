package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;
import org.buranakan.schemas.event.ActivityRecorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.assertProblem;
import static org.buranakan.connectors.conformance.PushClient.item;

/**
 * An outage holds work back and tells so; afterwards all of it is published, once and in
 * order.
 */
class OutageIT {

	private static final String ROW = "%s,อบรม%s,110103,24/01/2565\r\n";

	@TempDir
	private Path folder;

	private JoinedAgency pushing;

	private JoinedAgency dropping;

	private RunningConnector connector;

	private PushClient system;

	private PushClient officer;

	@BeforeEach
	void start() throws IOException {
		this.pushing = new JoinedAgency(Files.createDirectory(this.folder.resolve("pushing")), "push: activity");
		this.dropping = new JoinedAgency(Files.createDirectory(this.folder.resolve("dropping")),
				"file: \"activities*\"");
		Map<String, Object> settings = this.pushing.settings();
		this.dropping.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[1]"), value));
		this.connector = RunningConnector.start(settings);
		this.system = new PushClient(this.connector, this.pushing.token());
		this.officer = new PushClient(this.connector, this.dropping.token());
	}

	@AfterEach
	void stop() {
		this.connector.close();
	}

	@Test
	void whileKafkaIsAwayAPushIsToComeBackLaterAndFilesWait() throws IOException {
		// Given
		drop("activities-1.csv", ROW.formatted("A-1", ""));
		patiently().until(() -> this.dropping.published().size() == 1);
		Part kafka = this.pushing.platform().part(PartName.KAFKA);
		kafka.stop();
		try {
			// When
			HttpResponse<String> refused = this.system.push(item("K-1"));
			drop("activities-2.csv", ROW.formatted("A-1", "ใหม่") + ROW.formatted("A-2", ""));
			drop("activities-3.csv", ROW.formatted("A-1", "ใหม่กว่า"));
			// Then
			assertProblem(refused, 503, "unavailable");
			assertThat(refused.headers().firstValue("Retry-After")).isPresent();
			patiently().untilAsserted(() -> assertThat(this.officer.get("/v1/state").body()).contains("\"waiting\":2",
					"\"reachable\":false"));
		}
		finally {
			kafka.start();
		}
		patiently().untilAsserted(() -> assertAccepted(this.system.push(item("K-1"))));
		patiently().untilAsserted(
				() -> assertThat(this.officer.get("/v1/state").body()).contains("\"waiting\":0", "\"reachable\":true"));
		assertThat(this.pushing.published()).extracting(ActivityRecorded::getEntityId)
			.containsExactly(this.pushing.id() + ":K-1");
		assertThat(this.dropping.published())
			.extracting((activity) -> activity.getEntityId().split(":", -1)[1] + " " + activity.getRevision() + " "
					+ activity.getTitle().getTh())
			.containsExactly("A-1 1 อบรม", "A-1 2 อบรมใหม่", "A-2 1 อบรม", "A-1 3 อบรมใหม่กว่า");
	}

	private void drop(String name, String rows) throws IOException {
		Path inbox = Files.createDirectories(this.dropping.inbox());
		Path part = Files.writeString(inbox.resolve(".dropped.part"), "รหัส,ชื่อ,พื้นที่,วันที่\r\n" + rows);
		Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500));
	}

}
