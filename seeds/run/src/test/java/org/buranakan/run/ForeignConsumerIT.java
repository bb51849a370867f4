package org.buranakan.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rights and wire format of the running hub, as a client sees them that none of us wrote:
 * npm's kafkajs with its client of Confluent's registry.
 */
class ForeignConsumerIT {

	private static final String CODI_PLAN = "agency.codi.plan";

	private static final ForeignOutcome FORBIDDEN = new ForeignOutcome.Refused("TOPIC_AUTHORIZATION_FAILED");

	private static ForeignClient client;

	private static PilotRun run;

	@BeforeAll
	static void thePilotRuns() throws Exception {
		client = ForeignClient.installed();
		run = PilotRun.shared();
	}

	@Test
	void theAuditorReadsAndDecodesCodisPlans() throws Exception {
		// When
		ForeignOutcome outcome = client.reads(CODI_PLAN, run.credentials("auditor"));

		// Then
		assertThat(outcome).isInstanceOfSatisfying(ForeignOutcome.Read.class, (read) -> {
			assertThat(read.records()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(ForeignConsumerIT::isAPlanOfCodi);
			assertThat(read.records()).extracting((plan) -> plan.path("value").path("joint").asBoolean())
				.contains(true);
		});
	}

	@ParameterizedTest
	@CsvSource({ "plan, PlanRow", "activity, ActivityRow", "budget, BudgetRow", "area, AreaRow",
			"finding, FindingRow" })
	void aDashboardReadsAndDecodesTheView(String family, String row) throws Exception {
		// When
		ForeignOutcome outcome = client.reads("hub.view." + family, run.credentials("dashboard"));

		// Then
		assertThat(outcome).isInstanceOfSatisfying(ForeignOutcome.Read.class,
				(read) -> assertThat(read.records()).isNotEmpty().allSatisfy((record) -> {
					assertThat(record.path("type").asString()).isEqualTo("org.buranakan.schemas.view." + row);
					assertThat(record.path("value").isNull()
							|| record.path("value").path("entityId").asString().equals(record.path("key").asString()))
						.isTrue();
				}));
	}

	@Test
	void whatADashboardReadsIsWhatTheApiShows() {
		Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			// When
			ForeignOutcome outcome = client.reads("hub.view.plan", run.credentials("dashboard"));

			// Then
			Map<String, Long> revisions = new TreeMap<>();
			run.read("plans?size=200")
				.path("items")
				.forEach((plan) -> revisions.put(plan.path("id").asString(), plan.path("revision").longValue()));
			assertThat(outcome).isInstanceOfSatisfying(ForeignOutcome.Read.class, (read) -> {
				Map<String, Long> rows = new TreeMap<>();
				read.records()
					.forEach((record) -> rows.put(record.path("key").asString(),
							record.path("value").path("revision").asLong()));
				assertThat(rows).isNotEmpty().isEqualTo(revisions);
			});
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "dashboard", "pacc-zone-1" })
	void whoseTopicItIsNotReadsNothing(String principal) throws Exception {
		// When
		ForeignOutcome outcome = client.reads(CODI_PLAN, run.credentials(principal));

		// Then
		assertThat(outcome).isEqualTo(FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auditor", "dashboard", "pacc-zone-1" })
	void whoseTopicItIsNotWritesNothing(String principal) throws Exception {
		// When
		ForeignOutcome outcome = client.writes(CODI_PLAN, run.credentials(principal));

		// Then
		assertThat(outcome).isEqualTo(FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "agency.pacc-zone-2.activity", "agency.pacoc-11.refused" })
	void oneAgencyNeitherReadsNorWritesAnother(String topic) throws Exception {
		// When
		List<ForeignOutcome> outcomes = List.of(client.reads(topic, run.credentials("pacc-zone-1")),
				client.writes(topic, run.credentials("pacc-zone-1")));

		// Then
		assertThat(outcomes).containsOnly(FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "delete auditor.properties agency.codi.plan", "read missing.properties agency.codi.plan" })
	void wrongArgumentsAreAnsweredWithTheUsage(String arguments) throws Exception {
		// When
		String said = client.misused(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

		// Then
		assertThat(said).contains("Usage: node client.mjs read|write <principal.properties> <topic>")
			.doesNotContain("\n    at ");
	}

	private static void isAPlanOfCodi(JsonNode read) {
		JsonNode plan = read.path("value");
		assertThat(plan.path("agency").asString()).isEqualTo("codi");
		assertThat(plan.path("entityId").asString()).startsWith("codi:").isEqualTo(read.path("key").asString());
		assertThat(plan.path("title").path("th").asString()).containsPattern("\\p{InThai}");
		assertThat(read.path("type").asString()).isNotBlank();
	}

}
