package org.buranakan.run.foreign;

import java.nio.file.Path;
import java.util.List;

import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.event.PlanRecorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Rights and wire format as a client sees them that none of us wrote. */
class ForeignConsumerIT {

	private static final String CODI_PLAN = PublishedPlans.TOPIC.name();

	private static final Outcome FORBIDDEN = new Outcome.Refused("TOPIC_AUTHORIZATION_FAILED");

	private static ForeignClient client;

	private static List<PlanRecorded> published;

	@BeforeAll
	static void plansArePublished() throws Exception {
		client = ForeignClient.installed();
		published = PublishedPlans.on(SharedPlatform.get());
	}

	@Test
	void theAuditorReadsAndDecodesEveryPlan() throws Exception {
		// When
		Outcome outcome = client.reads(CODI_PLAN, of("auditor"));

		// Then
		assertThat(outcome).isInstanceOfSatisfying(Outcome.Read.class, (read) -> {
			assertThat(read.records()).extracting((plan) -> plan.path("value").path("eventId").asString())
				.containsAll(published.stream().map((plan) -> plan.getEventId().toString()).toList());
			assertThat(read.records()).allSatisfy(ForeignConsumerIT::isAPlanOfCodi);
			assertThat(read.records()).extracting((plan) -> plan.path("value").path("title").path("th").asString())
				.containsAll(published.stream().map((plan) -> plan.getTitle().getTh()).toList());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "dashboard", "pacc-zone-1" })
	void whoseTopicItIsNotReadsNothing(String principal) throws Exception {
		// When
		Outcome outcome = client.reads(CODI_PLAN, of(principal));

		// Then
		assertThat(outcome).isEqualTo(FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auditor", "dashboard", "pacc-zone-1" })
	void whoseTopicItIsNotWritesNothing(String principal) throws Exception {
		// When
		Outcome outcome = client.writes(CODI_PLAN, of(principal));

		// Then
		assertThat(outcome).isEqualTo(FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "agency.pacc-zone-2.activity", "agency.pacoc-11.refused" })
	void oneAgencyNeitherReadsNorWritesAnother(String topic) throws Exception {
		// When
		List<Outcome> outcomes = List.of(client.reads(topic, of("pacc-zone-1")),
				client.writes(topic, of("pacc-zone-1")));

		// Then
		assertThat(outcomes).containsOnly(FORBIDDEN);
	}

	private static void isAPlanOfCodi(JsonNode record) {
		assertThat(record.path("key").asString()).startsWith("codi:")
			.isEqualTo(record.path("value").path("entityId").asString());
		assertThat(record.path("value").path("agency").asString()).isEqualTo("codi");
		assertThat(record.path("type").asString()).isNotBlank();
	}

	private static Path of(String principal) {
		Platform platform = SharedPlatform.get();
		return platform.credentials(principal);
	}

}
