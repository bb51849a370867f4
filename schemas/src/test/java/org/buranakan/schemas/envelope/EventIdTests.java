package org.buranakan.schemas.envelope;

import java.util.UUID;

import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventIdTests {

	private static final EntityId PLAN = new EntityId(new AgencyId("codi"), "แผน-11");

	@Test
	void sameRevisionHasTheSameIdForEver() {
		// Computed by another implementation (Python's uuid.uuid5); published events rest
		// on it.
		assertThat(EventId.of(Family.PLAN, PLAN, 1).value())
			.isEqualTo(UUID.fromString("16c121d5-ef99-5a7d-85c9-5304d3681ad0"));
		assertThat(EventId.of(Family.PLAN, PLAN, 12).value())
			.isEqualTo(UUID.fromString("8e84115a-d20e-5ecf-8364-871209223891"));
	}

	@Test
	void isAVersionFiveUuidOfTheIetfVariant() {
		UUID id = EventId.of(Family.ANSWER, PLAN, 3).value();

		assertThat(id.version()).isEqualTo(5);
		assertThat(id.variant()).isEqualTo(2);
	}

	@Test
	void differsByFamilyAndRevision() {
		assertThat(EventId.of(Family.PLAN, PLAN, 1)).isNotEqualTo(EventId.of(Family.ACTIVITY, PLAN, 1))
			.isNotEqualTo(EventId.of(Family.PLAN, PLAN, 2));
	}

	@Test
	void revisionsCountFromOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventId.of(Family.PLAN, PLAN, 0));
	}

}
