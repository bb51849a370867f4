package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a profile does not list is dropped before anything is stored or logged, above all
 * what forms ask citizens for: all that the hub, the connectors and their parts wrote is
 * searched for planted names, numbers and addresses.
 */
class DroppedColumnsIT {

	/** Of an entity that is published: who does not find it searches wrongly. */
	private static final String KEY = "DROP-7193";

	private static final List<String> PLANTED = List.of("สมหญิงทดสอบนามสกุลสมมติ", "0891234567", "1103700123457",
			"planted@example.org", "Planted-Surname");

	/** What a form calls them. */
	private static final List<String> FORM = List.of("ผู้ร้อง", "โทรศัพท์", "เลขประจำตัวประชาชน", "อีเมล", "นามสกุล");

	private static final List<Charset> WRITTEN_IN = List.of(StandardCharsets.UTF_8, Charset.forName("windows-874"),
			StandardCharsets.UTF_16LE);

	private static final String PERSONAL = """
			"reporter": "%s", "phone": "%s", "nationalId": "%s", "contact": {"mail": "%s", "name": "%s"}"""
		.formatted(PLANTED.toArray());

	private static final String COUNT = """
			{"type": "count", "countNo": "%s", "area": "%s", "channel": "เพจ", "topic": "การให้บริการ",
			 "periodFrom": "01/12/2564", "periodTo": "31/12/2564", "received": 1, "solved": 0, "pending": 1,
			 "state": "นับแล้ว", "dataSource": "ตัวอย่างประกอบ", "filledIn": [], "updatedAt": "2022-02-01T10:00:00+07:00",
			 %s}""";

	/** Objects and a list within listed columns: of an activity, and of a count. */
	private static final List<String> WITHIN = List.of("""
			{"type": "activity", "activityNo": "DROP-3", "name": {"th": "อบรม", %s}, "category": "ลงนามความร่วมมือ",
			 "areas": ["200104"], "begin": "01/12/2564", "finish": "01/12/2564", "dateDetail": "วัน", "status": "แผน",
			 "host": "pacoc-20", "dataSource": "ตัวอย่างประกอบ"}""".formatted(PERSONAL),
			COUNT.formatted("DROP-4", "200104", "\"note\": 1").replace("\"เพจ\"", "{" + PERSONAL + "}"),
			COUNT.formatted("DROP-5", "200104", "\"note\": 1").replace("\"DROP-5\"", "[{" + PERSONAL + "}]"));

	private static PilotRun run;

	@TempDir
	private Path folder;

	@BeforeAll
	static void thePilotRuns() throws IOException {
		run = PilotRun.shared();
	}

	@Test
	void whatAFormAskedCitizensForIsWrittenNowhere() throws IOException {
		// When
		String answers = String.join("\n", push(COUNT.formatted(KEY, "200104", PERSONAL)),
				push(COUNT.formatted("DROP-2", "999999", PERSONAL)), push("{\"type\": \"deed\", " + PERSONAL + "}"),
				push("{\"type\": \"count\", " + PERSONAL), push(String.join("\n", WITHIN)),
				upload("รหัสกิจกรรม,ผู้ร้อง,โทรศัพท์,เลขประจำตัวประชาชน,อีเมล,นามสกุล\r\nX-1,"
						+ String.join(",", PLANTED)),
				upload(withPersonalColumns()));
		// Then
		assertThat(answers.split("value-structured", -1)).hasSize(WITHIN.size() + 1);
		assertThat(answers).contains("applied", "area-unknown", "source-unknown", "malformed", "column-missing",
				"\"applied\":1,", "\"refused\":1,", "200199");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(written(KEY)).contains("agency.pacoc-20.complaint")
				.anyMatch((place) -> place.startsWith("data/postgresql")));
		assertThat(written("Kafka")).anyMatch((place) -> place.startsWith("data/logs"));
		PLANTED.forEach((personal) -> assertThat(written(personal)).as(personal).isEmpty());
	}

	/** The files, below the run's home, and the topics that hold the text. */
	private static Set<String> written(String text) {
		List<String> forms = WRITTEN_IN.stream().map((charset) -> asBytes(text.getBytes(charset))).toList();
		Set<String> places = new TreeSet<>();
		files().filter((file) -> holds(read(file), forms))
			.forEach((file) -> places.add(run.home().relativize(file).toString()));
		records().filter((record) -> holds(bytes(record), forms)).forEach((record) -> places.add(record.topic()));
		return places;
	}

	/** All but the agencies' own folders, where their files lie as they sent them. */
	private static Stream<Path> files() {
		try (Stream<Path> all = Files.walk(run.home())) {
			return all.filter(Files::isRegularFile)
				.filter((file) -> !file.startsWith(run.home().resolve("data/inbox")))
				.filter((file) -> !file.toString().endsWith("index"))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Empty for a file that is gone by now: parts tidy up. */
	private static String read(Path file) {
		try {
			return asBytes(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			return "";
		}
	}

	/** Brokers and producers may have compressed them: a file's bytes do not tell. */
	private static Stream<ConsumerRecord<byte[], byte[]>> records() {
		Stream.Builder<ConsumerRecord<byte[], byte[]>> records = Stream.builder();
		try (Consumer<byte[], byte[]> auditor = new KafkaConsumer<>(auditor(), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> all = auditor.listTopics()
				.values()
				.stream()
				.flatMap(Collection::stream)
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			auditor.assign(all);
			auditor.seekToBeginning(all);
			auditor.endOffsets(all).forEach((partition, end) -> {
				while (auditor.position(partition) < end) {
					auditor.poll(Duration.ofMillis(100)).forEach(records::add);
				}
			});
		}
		return records.build();
	}

	private static Properties auditor() {
		try {
			return PropertiesLoaderUtils.loadProperties(new FileSystemResource(run.credentials("auditor")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String bytes(ConsumerRecord<byte[], byte[]> record) {
		StringBuilder all = new StringBuilder();
		Stream.of(record.key(), record.value()).filter(Objects::nonNull).forEach((part) -> all.append(asBytes(part)));
		record.headers().forEach((header) -> all.append(asBytes(header.value())));
		return all.toString();
	}

	private static boolean holds(String bytes, List<String> forms) {
		return forms.stream().anyMatch(bytes::contains);
	}

	/** One letter per byte, whatever it spells. */
	private static String asBytes(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	private static String push(String item) throws IOException {
		return post("v1/events", "pacoc-20", MediaType.APPLICATION_JSON, item);
	}

	private static String upload(String text) throws IOException {
		return post("v1/files?name=pacc-zone-2-activities-form.csv", "pacc-zone-2", MediaType.APPLICATION_OCTET_STREAM,
				text);
	}

	/** The zone's own file with columns more, and one activity that is new. */
	private String withPersonalColumns() throws IOException {
		Path file = new PilotData().writeSpreadsheets("pacc-zone-2", this.folder)
			.stream()
			.filter((path) -> path.toString().contains("activities"))
			.findFirst()
			.orElseThrow();
		return Files.readString(file, Charset.forName("windows-874"))
			.replace("Z2-A01", "Z2-DROP")
			.lines()
			.map((line) -> line + "," + String.join(",", line.startsWith("ที่,") ? FORM : PLANTED))
			.collect(Collectors.joining("\r\n", "", "\r\n"));
	}

	private static String post(String path, String agency, MediaType type, String body) throws IOException {
		String token = run.token(agency);
		return RestClient.create()
			.post()
			.uri(run.push().resolve(path))
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(type)
			.body(body.getBytes(StandardCharsets.UTF_8))
			.exchange((request, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
	}

}
