package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import org.awaitility.Awaitility;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What publication needs is away or lost: that is told, and publication goes on by
 * itself.
 */
@ResourceLock("hub.view")
class PublicationOutageIT {

	@Test
	void aSlotThatIsGoneIsToldAndEverythingIsPublishedOnceMoreByOneOfTwoHubs() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "lost");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub);
				HubProcess beside = published(hub, agencies)) {
			// Given
			hub.drains();
			topics.becomeTheTables();
			awaits(hub, "\"publishing\":{\"status\":\"UP\"");
			awaits(hub, "\"outboxReader\":{\"details\":{\"bytesBehind\":", "\"status\":\"UP\"");
			assertThat(beside.isAlive()).isTrue();
			Set<String> keys = ViewRows.ofTable(hub.sql(), "activity").keySet();
			int before = topics.records().size();
			// When
			topics.stopAndDropSlot();
			// Then it is resumed by itself
			Published events = new Published(agencies, agencies.names().getFirst());
			agencies.publish(PublicationIT.planned(events, agencies.names().getFirst() + ":while-lost"));
			agencies.flush();
			awaits(hub, "rows wait until it has");
			topics.shows("plan", agencies.names().getFirst() + ":while-lost");
			topics.becomeTheTables();
			awaits(hub, "\"publishing\":{\"status\":\"UP\"");
			awaits(hub, "\"outboxReader\":{\"details\":{\"bytesBehind\":", "\"status\":\"UP\"");
			assertThat(topics.records().subList(before, topics.records().size()))
				.filteredOn((record) -> record.topic().equals("hub.view.activity"))
				.extracting((record) -> record.key())
				.as("each once more, and no more than once")
				.containsExactlyInAnyOrderElementsOf(keys);
		}
	}

	private static HubProcess published(HubUnderTest hub, Agencies agencies) throws IOException {
		hub.start();
		Renamed.events(agencies.names().getFirst(), 100, 63, Disturbance.NONE).forEach(agencies::publish);
		agencies.flush();
		hub.catchesUp();
		return HubProcess.start(hub.properties());
	}

	@Test
	void aSlotThatPostgreSqlGaveUpIsFollowedByAnotherOneAndEverythingIsPublishedOnceMore() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "given-up");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			// Given
			hub.start();
			Renamed.events(agencies.names().getFirst(), 100, 66, Disturbance.NONE).forEach(agencies::publish);
			agencies.flush();
			hub.catchesUp();
			hub.drains();
			topics.becomeTheTables();
			Set<String> keys = ViewRows.ofTable(hub.sql(), "activity").keySet();
			int before = topics.records().size();
			// When
			topics.connector("PUT", "/stop");
			topics.outgrowTheSlot();
			// Then
			Published events = new Published(agencies, agencies.names().getFirst());
			agencies.publish(PublicationIT.planned(events, agencies.names().getFirst() + ":while-lost"));
			agencies.flush();
			topics.shows("plan", agencies.names().getFirst() + ":while-lost");
			topics.becomeTheTables();
			assertThat(topics.records().subList(before, topics.records().size())).extracting((record) -> record.key())
				.containsAll(keys);
			awaits(hub, "\"outboxReader\":{\"details\":{\"bytesBehind\":", "\"status\":\"UP\"");
		}
	}

	@Test
	void aRegistryThatIsAwayHoldsPublicationBackAndNothingElse() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unregistered");
				RegistryInFront registry = new RegistryInFront(agencies.platform().registry(), "/hub.view.");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			// Given
			hub.with("hub.intake.registry", registry.address()).start();
			// When
			Renamed.events(agencies.names().getFirst(), 50, 65, Disturbance.NONE).forEach(agencies::publish);
			agencies.flush();
			// Then
			hub.catchesUp();
			hub.drains();
			awaits(hub, "\"publishing\":{\"details\":{\"why\":\"", "hub.view.");
			topics.read();
			assertThat(topics.records()).isEmpty();
			registry.isBack();
			topics.becomeTheTables();
			awaits(hub, "\"publishing\":{\"status\":\"UP\"");
		}
	}

	private static void awaits(HubUnderTest hub, String... parts) {
		Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.untilAsserted(() -> assertThat(hub.asks("/actuator/health").body()).contains(parts));
	}

}
