package org.buranakan.hub.guarantee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Two agencies report one activity and contradict each other: every value is shown with
 * its reporter, and reference data says whom to believe, or nobody is picked.
 */
@Isolated("states reference data, which every hub reads")
class JointActivityIT {

	private static final LocalDate DAY = LocalDate.of(2022, 3, 10);

	@Test
	void whatReportersContradictEachOtherInIsShownWithAllTheySayAndNeverSilentlyPicked() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "lead", "partner");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			String lead = agencies.names().getFirst();
			String partner = agencies.names().getLast();
			Auditor auditor = new Auditor(hub);
			agencies.commonGround();
			agencies.refer(policy("dates", "lead"));
			agencies.refer(policy("participants", "funder"));
			SpecificRecord led = report(agencies, lead, null, DAY, 80);
			String activity = Envelope.of(led).entityId();
			SpecificRecord reported = report(agencies, partner, activity, DAY.plusDays(2), 60);
			agencies.publish(led);
			agencies.publish(reported);
			agencies.flush();
			// When
			hub.start();
			settle(hub);
			// Then
			for (String id : List.of(activity, Envelope.of(reported).entityId())) {
				JsonNode joint = auditor.reads("/api/v1/activities/" + id).path("joint");
				assertThat(joint.path("reports").values())
					.extracting((report) -> report.path("agency").path("code").asString())
					.containsExactly(lead, partner);
				JsonNode dates = field(joint, "dates");
				assertThat(dates.path("decision").asString()).isEqualTo("BELIEVED");
				assertThat(dates.path("by").asString()).isEqualTo("lead");
				assertThat(dates.path("value").path("startsOn").asString()).isEqualTo("2022-03-10");
				assertThat(dates.path("said").values())
					.extracting((said) -> said.path("value").path("startsOn").asString(),
							(said) -> said.path("lineage").path("topic").asString(),
							(said) -> said.path("lineage").path("eventId").asString(),
							(said) -> said.path("believed").booleanValue())
					.containsExactly(
							tuple("2022-03-10", "agency." + lead + ".activity", Envelope.of(led).eventId().toString(),
									true),
							tuple("2022-03-12", "agency." + partner + ".activity",
									Envelope.of(reported).eventId().toString(), false));
				JsonNode participants = field(joint, "participants");
				assertThat(participants.path("decision").asString()).isEqualTo("UNDECIDED");
				assertThat(participants.path("value").isNumber()).isFalse();
				assertThat(participants.path("said").values()).extracting((said) -> said.path("value").longValue())
					.containsExactly(80L, 60L);
				assertThat(field(joint, "kind").path("decision").asString()).isEqualTo("AGREED");
			}
			JsonNode finding = auditor.reads("/api/v1/findings/contradiction:" + activity);
			assertThat(finding.path("status").asString()).isEqualTo("OPEN");
			assertThat(finding.path("subjects").values()).hasSize(2);
			assertThat(finding.path("text").path("en").asString()).contains("contradict each other about: ",
					"field dates", "whom to believe is not decided for: field participants");
			// When the operator says whom to believe
			agencies.refer(policy("participants", "implementer, lead"));
			settle(hub);
			// Then
			assertThat(
					field(auditor.reads("/api/v1/activities/" + activity).path("joint"), "participants").path("value")
						.longValue())
				.isEqualTo(80);
			assertThat(auditor.reads("/api/v1/findings/contradiction:" + activity).path("text").path("en").asString())
				.doesNotContain("not decided");
			assertThat(auditor.reads("/api/v1/action-plan?size=500").path("items").values())
				.filteredOn((item) -> item.path("contradicted").booleanValue())
				.extracting((item) -> item.path("id").asString(), (item) -> item.path("counted").booleanValue())
				.containsExactlyInAnyOrder(tuple(activity, true), tuple(Envelope.of(reported).entityId(), false));
			hub.isTheOracles();
			assertThat(auditor.replays().path("state").asString()).isEqualTo("EQUAL");
			// When the partner corrects itself
			agencies.publish(Published.revision(report(agencies, partner, activity, DAY, 80), 2));
			agencies.flush();
			settle(hub);
			// Then
			assertThat(auditor.reads("/api/v1/activities/" + activity).path("joint").path("fields").values())
				.allSatisfy((field) -> assertThat(field.path("decision").asString()).isEqualTo("AGREED"));
			assertThat(auditor.reads("/api/v1/findings/contradiction:" + activity).path("status").asString())
				.isEqualTo("RESOLVED");
			assertThat(auditor.replays().path("state").asString()).isEqualTo("EQUAL");
		}
	}

	private static SpecificRecord report(Agencies agencies, String agency, @Nullable String sameAs, LocalDate day,
			long participants) {
		SpecificRecord report = new Published(agencies, agency).first(Family.ACTIVITY, 0);
		Map<String, Object> told = Map.of("kind", "training", "startsOn", day, "endsOn", day, "datePrecision",
				DatePrecision.DAY, "areas", List.of("110301"), "status", ActivityStatus.DONE, "organiser", "codi",
				"participants", participants);
		for (Map.Entry<String, Object> field : told.entrySet()) {
			report = Published.with(report, field.getKey(), field.getValue());
		}
		return Published.with(Published.with(report, "participantsTarget", null), "sameAs", sameAs);
	}

	private static ReferenceRecorded policy(String field, String order) {
		return ReferenceRecorded.newBuilder()
			.setKind("source-of-truth")
			.setCode(field)
			.setRevision(1)
			.setRecordedAt(Instant.parse("2022-01-01T00:00:00Z"))
			.setValidFrom(LocalDate.of(2021, 10, 1))
			.setName(new LocalizedText("ช่อง " + field, "field " + field))
			.setAttributes(Map.of("order", order))
			.build();
	}

	private static JsonNode field(JsonNode joint, String code) {
		return joint.path("fields")
			.valueStream()
			.filter((field) -> field.path("field").path("code").asString().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static void settle(HubUnderTest hub) {
		hub.catchesUp();
		hub.drains();
	}

}
