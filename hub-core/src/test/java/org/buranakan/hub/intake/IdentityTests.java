package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.buranakan.schemas.record.ActRecorded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityTests {

	@Test
	void anActIsItsActorsWhoeverElseUsesItsId() {
		UUID id = new UUID(1, 2);
		assertThat(Identity.of(act(id, "auditor"))).isEqualTo(Identity.of(act(id, "auditor")));
		assertThat(Identity.of(act(id, "auditor")).id()).isNotEqualTo(Identity.of(act(id, "operator")).id());
	}

	private static ActRecorded act(UUID id, String actor) {
		return ActRecorded.newBuilder()
			.setActId(id)
			.setActor(actor)
			.setKind("look-up")
			.setSubject("P-1")
			.setReason(null)
			.setRecordedAt(Instant.EPOCH)
			.setAttributes(Map.of())
			.build();
	}

}
