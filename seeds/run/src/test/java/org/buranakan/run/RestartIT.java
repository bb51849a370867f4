package org.buranakan.run;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the whole run says over REST, and that it says the same after a restart. */
class RestartIT {

	private static PilotRun run;

	@BeforeAll
	static void thePilotRuns() throws IOException {
		run = PilotRun.shared();
	}

	@ParameterizedTest
	@CsvSource({ "11, 15, 0", "20, 14, 0", "23, 16, 5", "19, 5, 5" })
	void aProvinceHasTheRecordsNumbers(String province, int programmeAreas, int runningAreas) {
		// When
		JsonNode area = run.read("areas/" + province);
		// Then
		assertThat(area.path("programmeAreas").intValue()).isEqualTo(programmeAreas);
		assertThat(area.path("runningAreas").intValue()).isEqualTo(runningAreas);
	}

	@Test
	void restoredFromABackupItHasTheSameFingerprintAndNoAgencyPublishedAnythingTwice() throws IOException {
		// Given
		assertThat(pushed("pacoc-20", "later-memorandum.json")).contains("\"applied\"");
		JsonNode before = settled();
		// When
		run.restartFromBackup();
		// Then
		JsonNode after = settled();
		assertThat(agencies(after)).isEqualTo(agencies(before)).hasSizeGreaterThan(40);
		assertThat(after.path("sha256").asString()).isEqualTo(before.path("sha256").asString());
		assertThat(run.read("rejections").has("items")).as("people come back too, with their passwords").isTrue();
	}

	@Test
	void whoStartsItASecondTimeIsToldWhereItRunsAndWhatToDo() throws IOException {
		// When
		String said = run.startedTwice();
		// Then
		assertThat(said)
			.containsPattern("Another run uses .*: process \\d+, page http://127\\.0\\.0\\.1:" + run.page().getPort())
			.contains("Stop that run", "buranakan.platform.data", "buranakan.page-port", "buranakan.push-port")
			.doesNotContain("is taken", "\tat ");
	}

	private static String pushed(String agency, String document) throws IOException {
		String token = run.token(agency);
		return RestClient.create(run.push().toString())
			.post()
			.uri("/v1/events")
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(MediaType.APPLICATION_JSON)
			.body(new ClassPathResource("pilot/" + agency + "/" + document).getContentAsByteArray())
			.retrieve()
			.requiredBody(String.class);
	}

	/** The fingerprint once all that the logs hold was read and derived from. */
	private static JsonNode settled() throws IOException {
		try (Admin auditor = Admin
			.create(PropertiesLoaderUtils.loadProperties(new FileSystemResource(run.credentials("auditor"))))) {
			return Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(500))
				.until(() -> run.read("fingerprint"),
						(fingerprint) -> fingerprint.path("drained").asBoolean() && !reached(fingerprint).isEmpty()
								&& reached(fingerprint).equals(ends(auditor, reached(fingerprint).keySet())));
		}
	}

	private static Map<TopicPartition, Long> reached(JsonNode fingerprint) {
		return fingerprint.path("positions")
			.valueStream()
			.collect(Collectors.toMap(
					(position) -> new TopicPartition(position.path("topic").asString(),
							position.path("partition").intValue()),
					(position) -> position.path("nextOffset").longValue()));
	}

	private static Map<TopicPartition, Long> ends(Admin auditor, Set<TopicPartition> partitions) {
		Map<TopicPartition, Long> ends = new HashMap<>();
		auditor.listOffsets(partitions.stream().collect(Collectors.toMap((one) -> one, (one) -> OffsetSpec.latest())))
			.all()
			.toCompletionStage()
			.toCompletableFuture()
			.join()
			.forEach((partition, end) -> ends.put(partition, end.offset()));
		return ends;
	}

	/** How far each agency's logs reach. */
	private static List<String> agencies(JsonNode fingerprint) {
		return fingerprint.path("positions")
			.valueStream()
			.filter((position) -> position.path("topic").asString().startsWith("agency."))
			.map(JsonNode::toString)
			.toList();
	}

}
