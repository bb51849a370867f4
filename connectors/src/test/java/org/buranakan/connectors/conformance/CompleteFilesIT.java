package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of which each is all that the agency states, by folder and over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CompleteFilesIT {

	private static final String NAME = "กิจกรรม.csv";

	private final HttpClient client = HttpClient.newHttpClient();

	private JoinedAgency agency;

	private RunningConnector connector;

	/** The rows of a first file stand, and those of the second; then it is killed. */
	@BeforeAll
	void rowsAreThereAndWithdrawalsAreNot(@TempDir Path folder) throws Exception {
		this.agency = new JoinedAgency(folder, "file: \"กิจกรรม*\"\n    gone: kept");
		try (RunningConnector before = RunningConnector.start(this.agency.settings())) {
			this.connector = before;
			post(file("A-1", "A-2", "A-3"));
			post(file("A-1", "A-3", "A-4"));
		}
		Path profile = folder.resolve("profile.yml");
		Files.writeString(profile, Files.readString(profile).replace("gone: kept", "gone: withdrawn"));
		this.connector = RunningConnector.start(this.agency.settings());
	}

	@AfterAll
	void stop() {
		this.connector.close();
	}

	@Test
	@Order(1)
	void aFileThatIsReadAgainAfterItsRowsWereThereStillWithdrawsWhatItLacks() throws IOException {
		// When
		String report = drop(file("A-1", "A-3", "A-4"));
		// Then
		assertThat(standing()).containsExactly("A-1", "A-3", "A-4");
		assertThat(report).contains("รายการที่ถอนเพราะไม่มีในไฟล์แล้ว", ": 1\r\n");
		Source source = this.agency.published().getLast().getSource();
		assertThat(source.getKind()).isEqualTo(SourceKind.SPREADSHEET);
		assertThat(source.getContainer()).startsWith("sha256:");
		assertThat(source.getPlace()).isEqualTo("-");
	}

	@Test
	@Order(2)
	void aFileThatComesOverHttpIsAnsweredWithWhatItWithdrewAndWithNothingTheSecondTime() throws Exception {
		// Given
		post(file("A-1", "A-2", "A-3", "A-4"));
		// When
		JsonNode first = post(file("A-2", "A-3", "A-4"));
		int published = this.agency.published().size();
		JsonNode second = post(file("A-2", "A-3", "A-4"));
		// Then
		assertThat(first.path("vanished").path("withdrawn").intValue()).isOne();
		assertThat(first.path("events").intValue()).isOne();
		assertThat(second.path("vanished").path("withdrawn").intValue()).isZero();
		assertThat(this.agency.published()).hasSize(published);
		assertThat(standing()).containsExactly("A-2", "A-3", "A-4");
	}

	@Test
	@Order(3)
	void halfAFileInTheFolderIsAskedAboutAndConfirmedOnThePage() throws Exception {
		// Given
		String[] ids = IntStream.range(0, 30).mapToObj((number) -> "B-" + number).toArray(String[]::new);
		post(file(ids));
		post(file(ids));
		String half = file(Arrays.copyOf(ids, 15));
		// When
		String report = drop(half);
		// Then
		assertThat(report).contains("15 รายการที่เผยแพร่แล้วไม่มีในไฟล์นี้", "hand in the very same file once more");
		assertThat(standing()).hasSize(30);
		// When
		JsonNode confirmed = post(half);
		// Then
		assertThat(confirmed.path("vanished").path("withdrawn").intValue()).isEqualTo(15);
		assertThat(standing()).hasSize(15);
		// When
		JsonNode asked = post(file(Arrays.copyOf(ids, 5)));
		JsonNode answered = post(file(Arrays.copyOf(ids, 5)));
		// Then
		assertThat(asked.path("vanished").path("staying").path(0).path("code").asString()).isEqualTo("many");
		assertThat(answered.path("vanished").path("withdrawn").intValue()).isEqualTo(10);
	}

	@Test
	@Order(4)
	void aRefusedRowKeepsWhatIsMissingAndSaysSo() throws Exception {
		// Given
		int before = standing().size();
		// When
		JsonNode answer = post(file("B-0", "B-1").replace("B-1,อบรม,110103", "B-1,อบรม,999999"));
		// Then
		JsonNode staying = answer.path("vanished").path("staying").path(0);
		assertThat(staying.path("code").asString()).isEqualTo("rows-refused");
		assertThat(staying.path("count").intValue()).isEqualTo(before - 2);
		assertThat(staying.path("why").path("th").asString()).contains("แก้แถวที่ไม่รับ");
		assertThat(standing()).hasSize(before);
	}

	@Test
	@Order(5)
	void aQuestionThatDidNotReachWhoHandedTheFileInIsAskedAgain() throws Exception {
		// Given
		post(file(IntStream.range(0, 500).mapToObj((number) -> "C-" + number).toArray(String[]::new)));
		String other = file(IntStream.range(0, 3000).mapToObj((number) -> "D-" + number).toArray(String[]::new));
		try (SlowConnection breaking = SlowConnection.begin(this.connector.address(), SlowConnection
			.head("/v1/files?name=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8), this.agency.token()))) {
			breaking.say(SlowConnection.chunk(other) + SlowConnection.chunk(""));
			Awaitility.await()
				.pollInterval(Duration.ofMillis(10))
				.until(() -> this.agency.published().getLast().getEntityId().contains(":D-"));
			breaking.reset();
		}
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> standing().contains("D-2999"));
		post(file().replace("รหัส", "x"), "nothing.txt");
		// When
		JsonNode again = post(other);
		// Then
		assertThat(again.path("vanished").path("staying").path(0).path("code").asString()).isEqualTo("many");
		assertThat(standing()).contains("C-0");
	}

	private static String file(String... ids) {
		return Arrays.stream(ids)
			.map((id) -> id + ",อบรม,110103,24/01/2565\r\n")
			.collect(Collectors.joining("", "รหัส,ชื่อ,พื้นที่,วันที่\r\n", ""));
	}

	private List<String> standing() {
		Map<String, ActivityStatus> last = new TreeMap<>();
		for (ActivityRecorded event : this.agency.published()) {
			last.put(event.getEntityId().substring(this.agency.id().value().length() + 1), event.getStatus());
		}
		last.values().removeIf((status) -> status == ActivityStatus.WITHDRAWN);
		return List.copyOf(last.keySet());
	}

	/** Puts it into the folder and returns the report that comes of it. */
	private String drop(String content) throws IOException {
		Path inbox = Files.createDirectories(this.agency.inbox());
		Path part = Files.writeString(inbox.resolve(".dropped.part"), content);
		String name = "กิจกรรม-" + Integer.toHexString(content.hashCode()) + ".csv";
		Path file = Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !Files.exists(file));
		return Files.readString(inbox.resolve("done").resolve(name + ".result.txt"));
	}

	private JsonNode post(String content) throws IOException, InterruptedException {
		return post(content, NAME);
	}

	private JsonNode post(String content, String name) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(this.connector.address()
				.resolve("/v1/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
			.header("Authorization", "Bearer " + this.agency.token())
			.header("Content-Type", "application/octet-stream")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(content))
			.build();
		HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

}
