package org.buranakan.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.buranakan.connectors.command.Commands;
import org.buranakan.platform.Ports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A fifth province's centre joins the running hub: commands and files, no code. */
class JoiningIT {

	private static final String AREAS = """
			kind,code,parent,th,en,attributes
			area,24,,ฉะเชิงเทรา,Chachoengsao,level=province;iso=TH-24
			area,2401,24,เมืองฉะเชิงเทรา,Mueang Chachoengsao,level=amphoe
			area,240101,2401,หน้าเมือง,Na Mueang,level=tambon
			""";

	private static PilotRun run;

	@TempDir
	private Path folder;

	@BeforeAll
	static void thePilotRuns() throws IOException {
		run = PilotRun.shared();
	}

	@Test
	void aFifthProvincesCentreJoinsPublishesChangesItsPasswordAndLeaves() throws Exception {
		// Given
		Path areas = Files.writeString(this.folder.resolve("areas.csv"), AREAS);
		assertThat(command("reference", "load", areas.toString())).isZero();
		assertThat(add()).isZero();
		String password = Files.readString(kit().resolve("client.properties"));
		assertThat(add()).as("again").isZero();
		assertThat(kit().resolve("client.properties")).hasContent(password);
		int port = Ports.unused();
		Process connector = connector(port);
		try {
			// When
			assertThat(outcome(port, 40)).isEqualTo("applied");
			// Then
			Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
				assertThat(run.read("agencies/pacoc-24").path("events").path("applied").intValue()).isEqualTo(1);
				assertThat(
						run.read("activities?province=24").path("items").path(0).path("participantsTarget").intValue())
					.isEqualTo(40);
			});
			// And
			assertThat(check(port, kit().resolve("token"))).contains("✓ รับรายการตัวอย่าง").doesNotContain("✗");
			assertThat(check(port, Files.writeString(this.folder.resolve("wrong"), "not-its-token")))
				.contains("✗ ไม่รับข้อมูลในนามหน่วยงานอื่น", "✗ รับรายการตัวอย่าง");
			assertThat(check(port, kit().resolve("client.properties"))).contains("✗ โทเคนเป็นข้อความบรรทัดเดียว")
				.doesNotContain("password");
			assertThat(accessToken(port)).isNotBlank().isNotEqualTo(Files.readString(kit().resolve("token")));
			// And
			String olderToken = Files.readString(kit().resolve("token"));
			assertThat(command("agency", "rotate", "pacoc-24", "--kits", kits())).isZero();
			assertThat(kit().resolve("client.properties")).content().isNotEqualTo(password).contains("SCRAM-SHA-256");
			soon(() -> assertThat(outcome(port, 41)).as("with the older password and the newer token")
				.isEqualTo("applied"));
			assertThat(answer(port, 41, olderToken).getStatusCode().value()).isEqualTo(200);
			KitPrograms.stop(connector);
			connector = connector(port);
			assertThat(outcome(port, 42)).as("with the newer password").isEqualTo("applied");
			assertThat(command("agency", "rotate", "pacoc-24", "--finish", "--kits", kits())).isZero();
			assertThat(outcome(port, 42)).isEqualTo("unchanged");
			soon(() -> assertThat(answer(port, 42, olderToken).getStatusCode().value()).isEqualTo(401));
			// And
			assertThat(command("agency", "revoke", "pacoc-24")).isZero();
			assertThat(answer(port, 43).getStatusCode().value()).isEqualTo(403);
			// And
			assertThat(add()).as("back again").isZero();
			KitPrograms.stop(connector);
			connector = connector(port);
			assertThat(outcome(port, 44)).isEqualTo("applied");
		}
		finally {
			KitPrograms.stop(connector);
		}
	}

	/** With the kit's files alone, as its README says. */
	@Test
	void anAgencyWithADatabaseJoinsWithAConnectWorkerOfItsOwn() throws Exception {
		// Given
		assertThat(command("agency", "add", "wang-bua", "--name", "เครือข่ายวังบัว", "--name-en", "Wang Bua Network",
				"--kind", "community-network", "--provinces", "11", "--source", "database", "--kits", kits()))
			.isZero();
		Path kit = this.folder.resolve("kits/wang-bua");
		JoiningDatabase database = new JoiningDatabase(run, "wang_bua");
		database
			.run("""
					CREATE TABLE activities ("รหัส" text PRIMARY KEY, "ประเภท" text, "ชื่อกิจกรรม" text, "พื้นที่" text, "วันที่เริ่ม" text,
					  "วันที่สิ้นสุด" text, "สถานะ" text);
					CREATE TABLE budget ("รหัส" text PRIMARY KEY);
					CREATE TABLE complaints ("รหัส" text PRIMARY KEY);
					INSERT INTO activities VALUES ('1', 'อบรม', 'อบรมเครือข่าย', '110103', '24 ม.ค. 2565', '24 ม.ค. 2565', 'ตามแผน')""");
		database.run(Files.readString(kit.resolve("database.sql")));
		int connect = Ports.unused();
		replace(kit.resolve("connect-worker.properties"), "127.0.0.1:8093", "127.0.0.1:" + connect);
		replace(kit.resolve("connectors.yml"), "127.0.0.1:8093", "127.0.0.1:" + connect);
		replace(kit.resolve("connectors.yml"), "127.0.0.1:5432/DATABASE", database.address());
		// When
		List<Process> programs = new ArrayList<>();
		try {
			programs.add(KitPrograms.worker(kit));
			programs.add(KitPrograms.connector(kit, Ports.unused()));
			// Then
			Awaitility.await()
				.atMost(Duration.ofSeconds(90))
				.untilAsserted(() -> assertThat(applied("wang-bua")).isEqualTo(1));
			// And
			database.run("UPDATE activities SET \"สถานะ\" = 'เลื่อน'");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(applied("wang-bua")).isEqualTo(2));
			// And
			assertThat(command("agency", "rotate", "wang-bua", "--kits", kits())).isZero();
			assertThat(kit.resolve("connect-worker.properties")).content()
				.contains("SCRAM-SHA-256", "127.0.0.1:" + connect)
				.doesNotContain("SCRAM-SHA-512");
			programs.forEach(KitPrograms::stop);
			programs.add(KitPrograms.worker(kit));
			programs.add(KitPrograms.connector(kit, Ports.unused()));
			assertThat(command("agency", "rotate", "wang-bua", "--finish", "--kits", kits())).isZero();
			database.run("UPDATE activities SET \"สถานะ\" = 'ตามแผน'");
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(applied("wang-bua")).isEqualTo(3));
			assertThat(command("agency", "add", "elsewhere", "--name", "ก", "--name-en", "E", "--provinces", "99",
					"--kits", kits()))
				.as("an unknown province")
				.isNotZero();
			assertThat(this.folder.resolve("kits/elsewhere")).doesNotExist();
			assertThat(command("agency", "rotate", "pacoc-20", "--kits", kits())).as("without a kit").isNotZero();
		}
		finally {
			programs.reversed().forEach(KitPrograms::stop);
		}
	}

	@Test
	void anOfficeStatesTheBusinessDateWhichIsNeverAheadOfTheCalendar() {
		assertThat(command("reference", "date", "2022-02-01")).isZero();
		assertThat(command("reference", "date", "2022-02-01")).as("again").isZero();
		assertThat(command("reference", "date", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString())).isNotZero();
		Awaitility.await()
			.untilAsserted(() -> assertThat(run.read("logs")
				.valueStream()
				.filter((log) -> log.path("topic").asString().equals("hub.clock"))
				.map((log) -> log.path("nextOffset").intValue())).containsExactly(2));
		assertThat(run.read("clock").path("businessDate").asString()).as("it never goes back").isEqualTo("2022-02-07");
	}

	private static int applied(String agency) {
		return run.read("agencies/" + agency).path("events").path("applied").intValue();
	}

	private static void replace(Path file, String what, String by) throws IOException {
		String text = Files.readString(file);
		assertThat(text).contains(what);
		Files.writeString(file, text.replace(what, by));
	}

	private int add() {
		return command("agency", "add", "pacoc-24", "--name", "ศูนย์ปฏิบัติการต่อต้านการทุจริตจังหวัดฉะเชิงเทรา",
				"--name-en", "Provincial Anti-Corruption Operation Centre, Chachoengsao", "--provinces", "24",
				"--cadence-days", "14", "--kits", kits());
	}

	/** What the check of everything that the agency does prints. */
	private String check(int port, Path token) throws IOException {
		Path item = Files.writeString(this.folder.resolve("item.json"), item(40));
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		Commands.run(new PrintStream(printed, true, StandardCharsets.UTF_8), "agency", "check", "pacoc-24", "--client",
				kit().resolve("client.properties").toString(), "--endpoint", "http://127.0.0.1:" + port + "/v1/events",
				"--token", token.toString(), "--item", item.toString());
		return printed.toString(StandardCharsets.UTF_8);
	}

	private static int command(String... words) {
		List<String> all = new ArrayList<>(Arrays.asList(words));
		all.addAll(List.of("--administrator", run.credentials("administrator").toString()));
		return Commands.run(all.toArray(String[]::new));
	}

	private String kits() {
		return this.folder.resolve("kits").toString();
	}

	private Path kit() {
		return this.folder.resolve("kits/pacoc-24");
	}

	/** The connector looks at its token's files five times a second. */
	private static void soon(ThrowingRunnable holds) {
		Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(holds);
	}

	/** As the kit's README says, from the kit's folder. */
	private Process connector(int port) throws IOException {
		return KitPrograms.connector(kit(), port);
	}

	/** What became of the activity; a refusal is shown as it is. */
	private String outcome(int port, int target) throws IOException {
		ResponseEntity<String> answer = answer(port, target);
		assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(200);
		JsonNode result = JsonMapper.shared().readTree(answer.getBody()).path("results").path(0);
		return result.path("refusals").isEmpty() ? result.path("outcome").asString() : result.toString();
	}

	private ResponseEntity<String> answer(int port, int target) throws IOException {
		return answer(port, target, Files.readString(kit().resolve("token")));
	}

	private static ResponseEntity<String> answer(int port, int target, String token) {
		return RestClient.create("http://127.0.0.1:" + port)
			.post()
			.uri("/v1/events")
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(MediaType.APPLICATION_JSON)
			.body(item(target))
			.retrieve()
			.onStatus((status) -> true, (request, response) -> {
			})
			.toEntity(String.class);
	}

	private static String item(int target) {
		return """
				{"type": "กิจกรรม", "รหัส": "ฉช-1", "ประเภท": "อบรม", "ชื่อกิจกรรม": "อบรมเครือข่าย", "พื้นที่": "ต.หน้าเมือง อ.เมืองฉะเชิงเทรา",
				 "วันที่เริ่ม": "14/02/2565", "วันที่สิ้นสุด": "14/02/2565", "สถานะ": "ตามแผน", "เป้าหมาย": "%d"}"""
			.formatted(target);
	}

	/** What the kit's token is exchanged for. */
	private String accessToken(int port) throws IOException {
		String token = Files.readString(kit().resolve("token"));
		String granted = RestClient.create("http://127.0.0.1:" + port)
			.post()
			.uri("/oauth2/token")
			.headers((headers) -> headers.setBasicAuth("pacoc-24", token))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body("grant_type=client_credentials")
			.retrieve()
			.requiredBody(String.class);
		return JsonMapper.shared().readTree(granted).path("access_token").asString();
	}

}
