package org.buranakan.schemas.provision;

import java.util.EnumSet;
import java.util.List;

import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LandscapeTests {

	private static final AgencyId CODI = new AgencyId("codi");

	private static final Account AUDITOR = new Account(Principal.auditor(), "secret");

	@Test
	void everyKindOfTheCatalogueIsThereExceptWhatACaptureCreates() {
		List<Topic> topics = new Landscape(List.of(CODI, new AgencyId("pacoc-11")), List.of(AUDITOR), 1).topics();

		assertThat(topics).extracting(Topic::name)
			.doesNotHaveDuplicates()
			.contains("agency.codi.plan", "agency.pacoc-11.seal", "hub.reference", "hub.view.area",
					"audit.auditor.act");
		assertThat(EnumSet.copyOf(topics.stream().map(Topic::kind).toList()))
			.isEqualTo(EnumSet.complementOf(EnumSet.of(Topics.RAW)));
	}

	@Test
	void nobodyIsListedTwiceAndRecordsAreKeptSomewhere() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Landscape(List.of(CODI, CODI), List.of(), 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new Landscape(List.of(), List.of(AUDITOR, AUDITOR), 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new Landscape(List.of(), List.of(), 0));
	}

	@Test
	void accountKeepsItsPasswordToItself() {
		assertThat(AUDITOR.toString()).contains("auditor").doesNotContain("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> new Account(Principal.auditor(), " "));
	}

}
