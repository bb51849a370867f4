package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.buranakan.schemas.event.ActivityRecorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertProblem;

/**
 * A disk that takes nothing: a connector in a process of its own that the system lets
 * write no byte to any file. Folders and names can be made, as on a full disk.
 */
class FullDiskIT {

	private static final String ROWS = "รหัส,ชื่อ,พื้นที่,วันที่\r\n%1$s-1,อบรม,110103,24/01/2565\r\n%1$s-2,อบรม,999999,24/01/2565\r\n";

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	private RunningConnector connector;

	private PushClient officer;

	@BeforeEach
	void start() throws IOException {
		this.agency = new JoinedAgency(this.folder, "file: \"activities*\"");
		Files.writeString(this.agency.inbox(), "no folder");
		this.connector = RunningConnector.startProcess(this.agency.settings());
		this.officer = new PushClient(this.connector, this.agency.token());
	}

	@AfterEach
	void stop() {
		this.connector.close();
	}

	@Test
	void whatCannotBeStoredIsRefusedOrWaitsAndIsDealtWithOnceWhenThereIsRoomAgain() throws IOException {
		// Given
		patiently().untilAsserted(() -> assertThat(state()).contains("disk full", "ดิสก์เต็ม"));
		Files.delete(this.agency.inbox());
		patiently().untilAsserted(() -> assertThat(state()).contains("\"hindrances\":[]"));
		// When
		this.connector.letWrite("0");
		HttpResponse<String> refused = handIn("U");
		drop("activities-1.csv", ROWS.formatted("D"));
		drop("activities-2.csv", ROWS.formatted("E"));
		// Then
		assertProblem(refused, 507, "no-room");
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		patiently().untilAsserted(() -> assertThat(state()).contains("\"waiting\":2", "disk full", "ดิสก์เต็ม"));
		assertThat(this.connector.health()).contains("disk full", "\"spreadsheets\":\"alive\"");
		Awaitility.await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			assertThat(this.agency.refused()).hasSizeLessThanOrEqualTo(2);
			assertThat(this.agency.published()).hasSizeLessThanOrEqualTo(2);
			assertThat(files("done")).allMatch((name) -> name.startsWith("."));
		});
		// And
		this.connector.letWrite("unlimited");
		patiently().untilAsserted(() -> assertThat(state()).contains("\"waiting\":0", "\"hindrances\":[]"));
		assertThat(files("done")).containsExactly("activities-1.csv", "activities-1.csv.result.txt",
				"activities-1.csv.แก้ไข.xlsx", "activities-2.csv", "activities-2.csv.result.txt",
				"activities-2.csv.แก้ไข.xlsx");
		assertThat(Files.readString(this.agency.inbox().resolve("done/activities-1.csv.result.txt")))
			.contains("แถวที่ไม่รับ / rows refused: 1", "รายการที่เผยแพร่ / events published: 1");
		assertThat(this.agency.published()).extracting(ActivityRecorded::getEntityId)
			.containsExactly(this.agency.id() + ":D-1", this.agency.id() + ":E-1");
		assertThat(this.agency.refused()).hasSize(2);
		assertThat(handIn("U").statusCode()).isEqualTo(200);
	}

	private String state() {
		return this.officer.get("/v1/state").body();
	}

	private HttpResponse<String> handIn(String id) {
		return this.officer.send(this.officer.request("/v1/files?name=activities-" + id + ".csv")
			.POST(HttpRequest.BodyPublishers.ofString(ROWS.formatted(id))));
	}

	private void drop(String name, String text) throws IOException {
		Path part = Files.writeString(this.agency.inbox().resolve(".dropped.part"), text);
		Files.move(part, this.agency.inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	private List<String> files(String below) throws IOException {
		try (Stream<Path> files = Files.list(this.agency.inbox().resolve(below))) {
			return files.map((file) -> String.valueOf(file.getFileName())).sorted().toList();
		}
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100));
	}

}
