package org.buranakan.hub.guarantee;

import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 3: the higher revision applies, whatever came when. */
class RevisionDecidesIT {

	@Test
	void revisionAndContentDecideWithinOneBatchAndAcrossBatches() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "revising");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			Published published = new Published(agencies, agencies.names().getFirst());
			SpecificRecord first = titled(published.first(Family.PLAN, 0), 1);
			SpecificRecord second = titled(first, 2);
			SpecificRecord third = titled(first, 3);
			SpecificRecord otherSecond = Published.with(second, "title", new LocalizedText("ฉบับอื่น", null));
			List.of(second, first, second, otherSecond).forEach(agencies::publish);
			agencies.flush();
			hub.start().catchesUp();
			assertThat(outcomes(hub)).containsExactly("APPLIED", "STALE", "STALE", "REJECTED");
			// When
			List.of(third, otherSecond, first, titled(third, 3)).forEach(agencies::publish);
			agencies.flush();
			hub.catchesUp();
			// Then
			assertThat(outcomes(hub)).containsExactly("APPLIED", "STALE", "STALE", "REJECTED", "APPLIED", "STALE",
					"STALE", "STALE");
			assertThat(hub.sql().sql("SELECT title_th FROM plan").query(String.class).single()).isEqualTo("ฉบับ 3");
			assertThat(hub.sql().sql("SELECT log_offset FROM plan").query(Long.class).single()).isEqualTo(4);
			hub.isTheOracles();
		}
	}

	private static SpecificRecord titled(SpecificRecord plan, long revision) {
		return Published.with(Published.revision(plan, revision), "title", new LocalizedText("ฉบับ " + revision, null));
	}

	private static List<String> outcomes(HubUnderTest hub) {
		return hub.sql()
			.sql("""
					SELECT outcome FROM hub.history JOIN hub.log ON log.id = log_id WHERE family = 'plan' ORDER BY log_offset
					""")
			.query((row, number) -> row.getString(1))
			.list();
	}

}
