package org.buranakan.hub.intake;

import java.util.EnumSet;
import java.util.regex.Pattern;

import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeConfigurationTests {

	private static final AgencyId CODI = new AgencyId("codi");

	@Test
	void theTopicsThatAreReadAreThoseTheCatalogueSaysIntakeReads() {
		// When
		Pattern read = IntakeConfiguration.topics("[a-z0-9-]+", "auditor");
		// Then
		assertThat(Topics.ofIntake()).allMatch((kind) -> read.matcher(name(kind)).matches());
		assertThat(EnumSet.complementOf(EnumSet.copyOf(Topics.ofIntake()))).filteredOn((kind) -> kind != Topics.RAW)
			.noneMatch((kind) -> read.matcher(name(kind)).matches());
		assertThat("hubXreference").doesNotMatch(read);
	}

	private static String name(Topics kind) {
		return switch (kind) {
			case ACT -> kind.of(Principal.auditor()).name();
			default -> (Topics.ofAgencies().contains(kind) ? kind.of(CODI) : kind.topic()).name();
		};
	}

}
