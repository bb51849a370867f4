package org.buranakan.connectors.reading;

import org.buranakan.schemas.event.LocalizedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalCodeTests {

	@ParameterizedTest
	@EnumSource
	void everyRefusalSaysReasonAndRemedyInThaiAndEnglish(RefusalCode code) {
		// When
		Objection objection = new Objection(code, "offered value", "detail");
		// Then
		assertThat(new LocalizedText[] { objection.reason(), objection.remedy() }).allSatisfy((text) -> {
			assertThat(text.getTh()).matches(".*\\p{IsThai}.*").doesNotContain("{", "offered value");
			assertThat(text.getEn())
				.matches("[^\\p{IsThai}]*(?:ม\\.ค\\.[^\\p{IsThai}]*|.*ไตรมาส.*|.*พ\\.ศ\\..*|.*ใช่.*)?")
				.matches(".*[a-z]{3}.*")
				.doesNotContain("{", "offered value");
		});
	}

}
