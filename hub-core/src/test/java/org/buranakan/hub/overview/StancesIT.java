package org.buranakan.hub.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.event.Stance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who agrees to a plan, and who says so.
 */
@OnDatabase
class StancesIT {

	@Autowired
	private FoldedEvents events;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeEach
	void reference() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
	}

	@Test
	void nobodyStatesTheStanceOfAnAgencyThatSpeaksForItself() {
		// Given
		String plan = "codi:spoken-of";
		this.events.publish(PlanRecorded.newBuilder(first(PlanRecorded.class)).setEntityId(plan).build());
		// When
		this.events.publish(stance("pacc-zone-1", plan, "pacc-zone-1", Stance.DECLINES, 1),
				stance("pacoc-11", plan, "pacc-zone-1", Stance.AGREES, 2),
				stance("pacoc-11", plan, "pacc-zone-2", Stance.AGREES, 2),
				stance("codi", plan, "network-20", Stance.AGREES, 3));
		// Then
		JsonNode shown = this.hub.read("/plans/" + URLEncoder.encode(plan, StandardCharsets.UTF_8));
		assertThat(stances(shown.path("stances"))).containsExactly("pacc-zone-1 DECLINES by pacc-zone-1",
				"network-20 AGREES by codi");
		assertThat(stances(shown.path("disregarded"))).containsExactly("pacc-zone-1 AGREES by pacoc-11",
				"pacc-zone-2 AGREES by pacoc-11");
	}

	private static <E extends SpecificRecord> E first(Class<E> type) {
		return new Generator(700, 4711).events().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	private static AgreementStated stance(String agency, String plan, String party, Stance stance, int day) {
		return AgreementStated.newBuilder(first(AgreementStated.class))
			.setAgency(agency)
			.setEntityId(agency + ":on-behalf-of-" + party)
			.setPlan(plan)
			.setParty(party)
			.setStance(stance)
			.setStatedOn(LocalDate.of(2022, 2, day))
			.build();
	}

	private static List<String> stances(JsonNode list) {
		return list.valueStream()
			.map((one) -> one.path("party").path("code").asString() + " " + one.path("stance").asString() + " by "
					+ one.path("statedBy").path("code").asString())
			.toList();
	}

}
