package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.assertProblem;
import static org.buranakan.connectors.conformance.PushClient.item;

/**
 * An outage holds work back and tells so; afterwards all of it is published, once and in
 * order. {@code -Dburanakan.outage=PT1H} is how long a part is away. The tests are
 * chapters of one story: a connector that has published nothing yet needs the registry.
 * The platform is one apart: others need their parts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OutageIT {

	private static final Duration OUTAGE = Duration.parse(System.getProperty("buranakan.outage", "PT1S"));

	private static final String ROW = "%s,อบรม%s,110103,24/01/2565\r\n";

	private JoinablePlatform platform;

	private JoinedAgency pushing;

	private JoinedAgency dropping;

	private JoinedAgency captured;

	private CapturedTable table;

	private RunningConnector connector;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		this.platform = new JoinablePlatform(SharedPlatform.apart(Path.of("target", "outage")));
		this.pushing = new JoinedAgency(this.platform, Files.createDirectory(folder.resolve("pushing")),
				"push: activity");
		this.dropping = new JoinedAgency(this.platform, Files.createDirectory(folder.resolve("dropping")),
				"file: \"activities*\"");
		this.captured = new JoinedAgency(this.platform, Files.createDirectory(folder.resolve("captured")),
				"table: public.activities");
		this.table = CapturedTable.of(this.captured);
		this.connector = RunningConnector.start(settings());
		patiently().until(() -> this.connector.health().contains("\"" + this.captured.id() + "\":\"captured\""));
	}

	@AfterAll
	void stop() {
		try {
			this.connector.close();
		}
		finally {
			this.platform.close();
		}
	}

	@Test
	@Order(1)
	void whileTheRegistryIsAwayWhatNeedsASchemaWaitsAlsoForAConnectorThatStartsMeanwhile() throws Exception {
		// When
		without(PartName.REGISTRY, () -> {
			HttpResponse<String> refused = push("R-1");
			drop("activities-1.csv", ROW.formatted("R-1", "") + ROW.formatted("R-1", "ซ้ำ"));
			this.table.write(Entry.good(1));
			// Then
			assertIsToComeBackLater(refused);
			assertThatWaits(this.dropping, 1);
			assertThatWaits(this.captured, 1);
			patiently().untilAsserted(() -> assertThat(this.connector.health())
				.contains("held back: Nothing can be published for " + this.captured.id()));
			// And
			this.connector.close();
			this.connector = RunningConnector.startUnadmitted(settings());
			assertIsToComeBackLater(push("R-1"));
			assertThatWaits(this.dropping, 1);
			patiently()
				.untilAsserted(() -> assertThat(this.connector.health()).contains("\"reference\":\"cannot be read:"));
		});
		assertThatNothingWaits(this.dropping, this.captured);
		patiently().untilAsserted(() -> assertAccepted(push("R-1")));
		assertThat(said(this.pushing)).containsExactly("R-1 1 อบรม");
		assertThat(said(this.dropping)).containsExactly("R-1 1 อบรม");
		assertThat(this.dropping.refused()).hasSize(1);
		assertThat(said(this.captured)).containsExactly("A-1 1 อบรมตำบล A-1");
	}

	@Test
	@Order(2)
	void whileKafkaIsAwayAPushIsToComeBackLaterAndFilesAndChangesWait() throws Exception {
		// Given
		List<String> before = said(this.dropping);
		// When
		without(PartName.KAFKA, () -> {
			HttpResponse<String> refused = push("K-1");
			drop("activities-2.csv", ROW.formatted("K-1", "") + ROW.formatted("K-2", ""));
			drop("activities-3.csv", ROW.formatted("K-1", "ใหม่กว่า"));
			this.table.write(List.of(Entry.good("A-1").titled("ระหว่างนั้น")));
			this.table.write(List.of(Entry.good("A-1").titled("หลังจากนั้น"), Entry.good("A-2")));
			// Then
			assertIsToComeBackLater(refused);
			assertThatWaits(this.dropping, 2);
			patiently().untilAsserted(() -> assertThat(state(this.captured)).contains("Changes of the database wait"));
		});
		assertThatNothingWaits(this.dropping);
		patiently().untilAsserted(() -> assertAccepted(push("K-1")));
		assertThat(said(this.pushing)).containsExactly("R-1 1 อบรม", "K-1 1 อบรม");
		assertThat(said(this.dropping)).startsWith(before.toArray(String[]::new))
			.endsWith("K-1 1 อบรม", "K-2 1 อบรม", "K-1 2 อบรมใหม่กว่า")
			.hasSize(before.size() + 3);
		patiently().untilAsserted(() -> assertThat(said(this.captured)).containsExactly("A-1 1 อบรมตำบล A-1",
				"A-1 2 ระหว่างนั้น", "A-1 3 หลังจากนั้น", "A-2 1 อบรมตำบล A-2"));
	}

	@Test
	@Order(3)
	void whileTheAgencysDatabaseIsAwayTheCaptureSaysSoAndGoesOnAfterwards() throws Exception {
		// Given
		List<String> before = said(this.captured);
		this.table.write(List.of(Entry.good("B-1")));
		// When
		without(PartName.POSTGRESQL, () -> {
			// Then
			patiently().untilAsserted(() -> assertThat(this.connector.health()).contains("\"status\":\"DOWN\"",
					"the database does not answer", "ฐานข้อมูลไม่ตอบ"));
			assertThat(state(this.captured)).contains("Changes wait in the database", "ฐานข้อมูล");
			assertThat(state(this.pushing)).contains("\"hindrances\":[]");
		});
		this.table.write(List.of(Entry.good("B-1").titled("หลังจากนั้น"), Entry.good("B-2")));
		patiently().untilAsserted(
				() -> assertThat(this.connector.health()).contains("\"" + this.captured.id() + "\":\"captured\""));
		patiently().untilAsserted(() -> assertThat(said(this.captured)).startsWith(before.toArray(String[]::new))
			.endsWith("B-1 1 อบรมตำบล B-1", "B-1 2 หลังจากนั้น", "B-2 1 อบรมตำบล B-2")
			.hasSize(before.size() + 3));
		assertThat(state(this.captured)).contains("\"hindrances\":[]");
	}

	/** Afterwards it is there again, whatever happened meanwhile: the next needs it. */
	private void without(PartName name, Meanwhile meanwhile) throws Exception {
		Part part = this.platform.platform().part(name);
		part.stop();
		try {
			meanwhile.happens();
			Awaitility.await().pollDelay(OUTAGE).atMost(OUTAGE.plusMinutes(1)).until(() -> true);
		}
		finally {
			part.start();
		}
	}

	private Map<String, Object> settings() {
		Map<String, Object> settings = new HashMap<>(this.pushing.settings());
		this.dropping.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[1]"), value));
		this.captured.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[2]"), value));
		settings.putAll(this.table.settings());
		return settings;
	}

	private HttpResponse<String> push(String id) {
		return new PushClient(this.connector, this.pushing.token()).push(item(id));
	}

	private String state(JoinedAgency agency) {
		return new PushClient(this.connector, agency.token()).get("/v1/state").body();
	}

	private void drop(String name, String rows) throws IOException {
		Path inbox = Files.createDirectories(this.dropping.inbox());
		Path part = Files.writeString(inbox.resolve(".dropped.part"), "รหัส,ชื่อ,พื้นที่,วันที่\r\n" + rows);
		Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	private static void assertIsToComeBackLater(HttpResponse<String> refused) {
		assertProblem(refused, 503, "unavailable");
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
	}

	private void assertThatWaits(JoinedAgency agency, int waiting) {
		patiently()
			.untilAsserted(() -> assertThat(state(agency)).contains("\"waiting\":" + waiting, "\"reachable\":false"));
	}

	private void assertThatNothingWaits(JoinedAgency... agencies) {
		for (JoinedAgency agency : agencies) {
			patiently().untilAsserted(() -> assertThat(state(agency)).contains("\"waiting\":0", "\"reachable\":true"));
		}
	}

	/** What its topic says, in order: local id, revision, title. */
	private static List<String> said(JoinedAgency agency) {
		return agency.published()
			.stream()
			.map((activity) -> activity.getEntityId().split(":", -1)[1] + " " + activity.getRevision() + " "
					+ activity.getTitle().getTh())
			.toList();
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(250));
	}

	/** What happens while a part is away. */
	@FunctionalInterface
	private interface Meanwhile {

		void happens() throws IOException, SQLException;

	}

}
