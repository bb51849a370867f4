package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.buranakan.hub.derivation.Derivation;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.PartName;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Stance;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.view.ActivityRow;
import org.buranakan.schemas.view.FindingRow;
import org.buranakan.schemas.view.PhaseAmount;
import org.buranakan.schemas.view.PlanRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every committed change of the view reaches its topic once, in order, and the topics at
 * rest are the tables at rest.
 */
@ResourceLock("hub.view")
class PublicationIT {

	private static final Disturbance DISTURBED = new Disturbance(40, 40, 40);

	@Test
	void theTopicsAreTheTablesAndWhatIsDerivedAgainIsNotPublishedAgain() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "one", "two");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			// Given
			hub.with("spring.kafka.consumer.max-poll-records", 100).start();
			agencies.names().forEach((agency) -> Renamed.events(agency, 500, 61, DISTURBED).forEach(agencies::publish));
			agencies.flush();
			hub.catchesUp();
			hub.drains();
			// Then
			topics.becomeTheTables();
			topics.repeatNothing();
			assertThat(topics.records()).allSatisfy((record) -> {
				assertThat(ViewTopics.header(record, "ce_specversion")).isEqualTo("1.0");
				assertThat(ViewTopics.header(record, "ce_source")).isEqualTo("urn:buranakan:hub");
				assertThat(ViewTopics.header(record, "content-type")).isEqualTo("application/avro");
				assertThat(ViewTopics.header(record, "ce_id"))
					.isEqualTo(record.topic() + "/" + record.key() + "/" + ViewTopics.header(record, "batch"));
				assertThat(Instant.parse(ViewTopics.header(record, "ce_time"))).isBefore(Instant.now());
				assertThat(record.headers().toArray()).hasSize(7);
				if (record.value() != null) {
					assertThat(ViewTopics.header(record, "ce_type")).isEqualTo(record.value().getClass().getName());
					assertThat(record.value().get(0)).isEqualTo(record.key());
					assertThat(record.value().get(1)).hasToString(ViewTopics.header(record, "batch"));
				}
			});
			// When all is derived again
			int before = topics.records().size();
			hub.bean(Derivation.class).passOverEverything();
			// Then only what happens afterwards is published
			Published others = new Published(agencies, agencies.names().getFirst());
			agencies.publish(planned(others, plan(agencies, "marker")));
			agencies.flush();
			topics.shows("plan", plan(agencies, "marker"));
			hub.catchesUp();
			hub.drains();
			topics.becomeTheTables();
			theMarkerAloneIsNew(topics, before, plan(agencies, "marker"));
			topics.repeatNothing();
		}
	}

	@Test
	void whatDependsOnAnotherRecordFollowsItAndWhatNoLongerHoldsIsATombstone() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "lead", "partner");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			// Given an activity of a plan that nobody has published
			hub.start();
			String lead = agencies.names().getFirst();
			String partner = agencies.names().getLast();
			Published events = new Published(agencies, lead);
			agencies.publish(Published.with(events.first(Family.ACTIVITY, 0), "plan", plan(agencies, "first")));
			agencies.flush();
			String finding = "unknown-plan:" + plan(agencies, "first");
			assertThat(topics.shows("finding", finding).value()).isInstanceOf(FindingRow.class);
			// When two plans are published, and the partner agrees to one
			agencies.publish(planned(events, plan(agencies, "first")));
			agencies.publish(planned(events, plan(agencies, "other")));
			agencies.publish(stance(partner, 1, plan(agencies, "first"), partner + "-network"));
			agencies.flush();
			// Then
			eventually(() -> topics.shows("finding", finding).value() == null);
			eventually(() -> stances(topics, agencies, "first") == 1);
			// When the stance moves to the other plan
			agencies.publish(stance(partner, 2, plan(agencies, "other"), partner + "-network"));
			agencies.flush();
			// Then both plans follow
			eventually(() -> stances(topics, agencies, "first") == 0 && stances(topics, agencies, "other") == 1);
			// When the network turns out to speak for itself
			agencies.refer(new ReferenceRecorded("organisation", partner + "-network", 1L, Instant.EPOCH,
					LocalDate.of(2020, 1, 1), null, new LocalizedText("เครือข่าย", null), null, List.of(),
					Map.of("type", "agency", "agency", lead)));
			// And money of the activity is taken back by a reversal that does not name it
			String activity = Envelope.of(events.first(Family.ACTIVITY, 0)).entityId();
			SpecificRecord posting = Published.with(events.first(Family.BUDGET, 0), "activity", activity);
			agencies.publish(posting);
			agencies.flush();
			eventually(() -> satang(topics, activity) != 0);
			agencies.publish(Published.reversal(posting, lead));
			agencies.flush();
			eventually(() -> satang(topics, activity) == 0);
			// Then nobody has spoken
			eventually(() -> stances(topics, agencies, "other") == 0);
			hub.catchesUp();
			hub.drains();
			topics.becomeTheTables();
			topics.repeatNothing();
		}
	}

	@Test
	void aKillLosesNothingAndDoublesNothingAndARebuildPublishesNothing() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "killed");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			// Given
			hub.with("spring.kafka.consumer.max-poll-records", 10);
			List<SpecificRecord> events = Renamed.events(agencies.names().getFirst(), 900, 62, DISTURBED).toList();
			for (int third = 0; third < 2; third++) {
				try (HubProcess process = HubProcess.start(hub.properties())) {
					events.subList(third * events.size() / 3, (third + 1) * events.size() / 3)
						.forEach(agencies::publish);
					agencies.flush();
					int before = topics.records().size();
					eventually(() -> {
						topics.read();
						return topics.records().size() > before + 40;
					});
					// When
					process.kill();
				}
			}
			hub.start();
			events.subList(2 * events.size() / 3, events.size()).forEach(agencies::publish);
			agencies.flush();
			agencies.platform().part(PartName.HUB_CONNECT).kill();
			agencies.platform().part(PartName.HUB_CONNECT).start();
			hub.catchesUp();
			hub.drains();
			// Then
			topics.becomeTheTables();
			topics.repeatNothing();
			// When
			hub.stop();
			hub.forgets();
			int before = topics.records().size();
			hub.start();
			hub.catchesUp();
			hub.drains();
			String marker = agencies.names().getFirst() + ":marker";
			Published others = new Published(agencies, agencies.names().getFirst());
			agencies.publish(planned(others, marker));
			agencies.flush();
			// Then
			topics.shows("plan", marker);
			hub.drains();
			topics.becomeTheTables();
			theMarkerAloneIsNew(topics, before, marker);
			topics.repeatNothing();
		}
	}

	/** A plan's areas, and findings on it, follow it. */
	private static void theMarkerAloneIsNew(ViewTopics topics, int before, String marker) {
		assertThat(topics.records().subList(before, topics.records().size())).isNotEmpty().allSatisfy((record) -> {
			assertThat(record.topic()).isNotIn("hub.view.activity", "hub.view.budget");
			assertThat(!record.topic().equals("hub.view.plan") || record.key().equals(marker)).isTrue();
		});
	}

	private static void eventually(Callable<Boolean> holds) {
		Awaitility.await().atMost(HubUnderTest.PATIENCE).until(holds);
	}

	private static long satang(ViewTopics topics, String activity) {
		ActivityRow row = (ActivityRow) Objects.requireNonNull(topics.shows("activity", activity).value());
		return row.getMoney().stream().mapToLong(PhaseAmount::getAmountSatang).sum();
	}

	static SpecificRecord planned(Published events, String id) {
		return Published.revision(Published.with(events.first(Family.PLAN, 0), "entityId", id), 1);
	}

	private static String plan(Agencies agencies, String name) {
		return agencies.names().getFirst() + ":" + name;
	}

	private static int stances(ViewTopics topics, Agencies agencies, String plan) {
		return ((PlanRow) topics.shows("plan", plan(agencies, plan)).value()).getStances().size();
	}

	private static SpecificRecord stance(String agency, long revision, String plan, String party) {
		AgreementStated model = (AgreementStated) Renamed.events(agency, 3_000, 64, Disturbance.NONE)
			.filter(AgreementStated.class::isInstance)
			.findFirst()
			.orElseThrow();
		return Published.revision(AgreementStated.newBuilder(model)
			.setEntityId(agency + ":stance")
			.setPlan(plan)
			.setPlanRevision(1)
			.setParty(party)
			.setStance(Stance.AGREES)
			.build(), revision);
	}

}
