package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;

import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EntityIdTests {

	@ParameterizedTest
	@ValueSource(strings = { "codi:1", "pacc-zone-1:ชบ/2565/001", "codi:a:b", "codi:น้ำ-๑๒.(ก)_~2" })
	void spelledOutAndReadAgainItIsTheSame(String text) {
		EntityId entity = EntityId.parse(text).orElseThrow();

		assertThat(entity.toString()).isEqualTo(text);
		assertThat(entity.key()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "codi", "codi:", ":1", "Codi:1", "hub:1", "codi:a b", "codi:a\u00a0b", "codi:\u0000",
			"codi:\ud800", "codi:e\u0301", "codi:1\u200b", "codi:\u202e1", "codi:𝔘", "codi:é", "codi:\u0e3b" })
	void whatIsNoneIsNotReadAsOne(String text) {
		assertThat(EntityId.parse(text)).isEmpty();
	}

	@Test
	void localPartHasAnEnd() {
		AgencyId codi = new AgencyId("codi");

		assertThat(new EntityId(codi, "x".repeat(200)).local()).hasSize(200);
		assertThatIllegalArgumentException().isThrownBy(() -> new EntityId(codi, "x".repeat(201)));
	}

}
