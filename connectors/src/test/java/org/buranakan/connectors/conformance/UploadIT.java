package org.buranakan.connectors.conformance;

import java.io.ByteArrayInputStream;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Files handed in over HTTP. */
class UploadIT {

	private static final String FILE = """
			รหัส,ชื่อ,พื้นที่,วันที่
			A-1,อบรม,110103,24/01/2565
			A-2,=อบรม,999999,24/01/2565
			""";

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	private RunningConnector connector;

	@BeforeEach
	void start() throws IOException {
		this.agency = new JoinedAgency(this.folder, "file: \"กิจกรรม*\"");
		Map<String, Object> settings = this.agency.settings();
		settings.put("buranakan.spreadsheet.largest-upload", "1MB");
		this.connector = RunningConnector.start(settings);
	}

	@AfterEach
	void stop() {
		this.connector.close();
	}

	@Test
	void aFileIsAnsweredWithCountsCellsAndRemediesAndPublishesNothingTheSecondTime() throws Exception {
		// When
		JsonNode first = json(hand("กิจกรรม.csv", FILE, "application/json"));
		JsonNode second = json(hand("กิจกรรม.csv", FILE, "application/json"));
		// Then
		assertThat(first.path("applied").intValue()).isEqualTo(1);
		assertThat(first.path("refused").intValue()).isEqualTo(1);
		JsonNode refusal = first.path("refusals").path(0);
		assertThat(refusal.path("place").asString()).isEqualTo("C3");
		assertThat(refusal.path("field").asString()).isEqualTo("พื้นที่");
		assertThat(refusal.path("offered").asString()).isEqualTo("999999");
		assertThat(refusal.path("remedy").path("th").asString()).isNotBlank();
		assertThat(second.path("unchanged").intValue()).isEqualTo(1);
		assertThat(this.agency.published()).hasSize(1);
		assertThat(this.agency.refused()).hasSize(1);
	}

	@Test
	void whatCurlCallsAFormWhereNothingIsSaidIsAFileAllTheSame() throws Exception {
		// When
		HttpRequest request = request("กิจกรรม 2565.csv", FILE, "*/*")
			.setHeader("Content-Type", "application/x-www-form-urlencoded")
			.build();
		JsonNode handed = json(this.client.send(request, HttpResponse.BodyHandlers.ofString()));
		// Then
		assertThat(handed.path("applied").intValue()).isEqualTo(1);
	}

	@Test
	void progressComesLineByLineAndTheResultLast() throws Exception {
		// Given
		String many = IntStream.rangeClosed(1, 1200)
			.mapToObj((number) -> "A-" + number + ",อบรม,110103,24/01/2565\n")
			.collect(Collectors.joining("", "รหัส,ชื่อ,พื้นที่,วันที่\n", ""));
		// When
		HttpResponse<String> response = hand("กิจกรรม.csv", many, "application/x-ndjson");
		// Then
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.body().lines()).startsWith("{\"rows\":500}", "{\"rows\":1000}", "{\"rows\":1200}")
			.last()
			.asString()
			.contains("\"applied\":1200");
	}

	@Test
	void whoAcceptsASpreadsheetHasTheFileBackWithTheCellMarked() throws Exception {
		// When
		HttpResponse<byte[]> response = this.client
			.send(request("กิจกรรม.csv", FILE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		// Then
		assertThat(response.headers().firstValue("Content-Disposition").orElse("")).contains("filename*=UTF-8''");
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(response.body()))) {
			assertThat(workbook.getSheetAt(0).getRow(2).getCell(2).getCellComment()).isNotNull();
			assertThat(workbook.getSheetAt(0).getRow(2).getCell(1).getStringCellValue()).isEqualTo("=อบรม");
		}
	}

	@Test
	void whatIsNoFileOfThisAgencyIsTurnedAway() throws Exception {
		assertProblem(hand("../กิจกรรม.csv", FILE, "*/*"), 400, "nameless");
		assertProblem(hand("", FILE, "*/*"), 400, "nameless");
		assertProblem(hand("กิจกรรม.csv", "x".repeat(1024 * 1024 + 1), "*/*"), 413, "too-large");
		HttpRequest stranger = request("กิจกรรม.csv", FILE, "*/*").setHeader("Authorization", "Bearer nobody").build();
		assertProblem(this.client.send(stranger, HttpResponse.BodyHandlers.ofString()), 401, "unauthenticated");
		assertThat(this.agency.published()).isEmpty();
	}

	@Test
	void aFileRefusedAsAWholeIsSetAsideByItsOfficerAndOnlyOnce() throws Exception {
		// Given
		PushClient officer = new PushClient(this.connector, this.agency.token());
		hand("อื่น.csv", FILE, "*/*");
		String refused = officer.get("/v1/refusals").body();
		// When
		HttpRequest.Builder delete = officer.request("/v1/files?name=" + encoded("อื่น.csv")).DELETE();
		HttpResponse<String> first = officer.send(delete);
		HttpResponse<String> second = officer.send(delete);
		// Then
		assertThat(refused).contains("source-unknown", "\"file\":\"อื่น.csv\"");
		assertThat(first.statusCode()).isEqualTo(204);
		PushClient.assertProblem(second, 404, "not-refused");
		PushClient.assertProblem(officer.send(officer.request("/v1/files").DELETE()), 400, "nameless");
		assertThat(officer.get("/v1/refusals").body()).isEqualTo("{\"items\":[]}");
		assertThat(this.agency.refused()).last().satisfies((refusal) -> assertThat(refusal.getResolved()).isTrue());
	}

	@Test
	void anUploadedCorrectionIsToldInTheReportOfTheDroppedFile() throws Exception {
		// Given
		Files.createDirectories(this.agency.inbox());
		Path dropped = drop("กิจกรรม.csv", FILE);
		Path report = this.agency.inbox().resolve("done/กิจกรรม.csv.result.txt");
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !Files.exists(dropped));
		// When
		hand("กิจกรรม.csv", FILE.replace("999999", "110103"), "*/*");
		// Then
		assertThat(Files.readString(report)).startsWith("\uFEFF***").contains("the answer to the upload");
	}

	@Test
	void whileAFileIsStillArrivingTheNextIsToComeBackAndOneInTheFolderWaits() throws Exception {
		// Given
		try (SlowConnection slow = SlowConnection.begin(this.connector.address(),
				SlowConnection.head("/v1/files?name=" + encoded("กิจกรรม.csv"), this.agency.token()))) {
			String older = "รหัส,ชื่อ,พื้นที่,วันที่\nA-1,อบรม,110103,24/01/2565\n";
			slow.say(SlowConnection.chunk(older));
			// When
			HttpResponse<String> refused = refusedWhile(slow);
			Path dropped = drop("กิจกรรม.csv", older.replace("อบรม", "แก้แล้ว"));
			// Then
			PushClient.assertProblem(refused, 503, "files-before");
			assertThat(refused.headers().firstValue("Retry-After")).isPresent();
			Awaitility.await()
				.during(Duration.ofSeconds(1))
				.atMost(Duration.ofSeconds(5))
				.until(() -> Files.exists(dropped));
			// And
			slow.say(SlowConnection.chunk(""));
			assertThat(slow.status()).startsWith("HTTP/1.1 200");
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !Files.exists(dropped));
		}
		assertThat(this.agency.published()).filteredOn((event) -> event.getEntityId().endsWith(":A-1"))
			.extracting((event) -> event.getTitle().getTh())
			.containsExactly("อบรม", "แก้แล้ว");
	}

	@Test
	void whatWaitsInTheFolderForADiskIsToldAndNotOvertakenByAFileOfItsName() throws Exception {
		// Given
		PushClient officer = new PushClient(this.connector, this.agency.token());
		Path failing = Files.createSymbolicLink(Files.createDirectories(this.agency.inbox()).resolve("กิจกรรม.csv"),
				Path.of("/proc/self/mem"));
		// When
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> officer.get("/v1/state").body().contains("disk away"));
		HttpResponse<String> sameName = hand("กิจกรรม.csv", FILE, "*/*");
		JsonNode other = json(hand("กิจกรรมอื่น.csv", FILE.replace("A-1", "B-1"), "*/*"));
		// Then
		PushClient.assertProblem(sameName, 503, "files-before");
		assertThat(other.path("applied").intValue()).isOne();
		assertThat(officer.get("/v1/state").body()).contains("\"waiting\":1");
		assertThat(this.connector.health()).contains("disk away");
		// And
		Files.delete(failing);
		drop("กิจกรรม.csv", FILE);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> officer.get("/v1/state").body().contains("\"waiting\":0"));
		assertThat(this.agency.published()).hasSize(2);
		assertThat(this.agency.refused()).extracting((refusal) -> refusal.getSource().getPlace())
			.containsExactly("C3", "C3");
		assertThat(officer.get("/v1/state").body()).contains("\"hindrances\":[]");
	}

	/** How the first file is turned away that has to wait for the slow one. */
	private HttpResponse<String> refusedWhile(SlowConnection slow) {
		HttpRequest other = request("กิจกรรมอื่น.csv", "รหัส,ชื่อ,พื้นที่,วันที่\nB-1,อบรม,110103,24/01/2565\n", "*/*")
			.build();
		AtomicReference<CompletableFuture<HttpResponse<String>>> next = new AtomicReference<>(
				this.client.sendAsync(other, HttpResponse.BodyHandlers.ofString()));
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
			slow.say(SlowConnection.chunk("\n"));
			if (next.get().isDone() && next.get().join().statusCode() == 200) {
				next.set(this.client.sendAsync(other, HttpResponse.BodyHandlers.ofString()));
			}
			return next.get().isDone();
		});
		return next.get().join();
	}

	private Path drop(String name, String content) throws IOException {
		Path part = Files.writeString(this.agency.inbox().resolve(".dropped.part"), content);
		return Files.move(part, this.agency.inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	private static String encoded(String name) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8);
	}

	private static void assertProblem(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(JsonMapper.shared().readTree(response.body()).path("code").asString()).isEqualTo(code);
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> hand(String name, String content, String accepted) throws Exception {
		return this.client.send(request(name, content, accepted).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String name, String content, String accepted) {
		return HttpRequest.newBuilder(this.connector.address().resolve("/v1/files?name=" + encoded(name)))
			.header("Authorization", "Bearer " + this.agency.token())
			.header("Content-Type", "application/octet-stream")
			.header("Accept", accepted)
			.POST(HttpRequest.BodyPublishers.ofString(content));
	}

}
