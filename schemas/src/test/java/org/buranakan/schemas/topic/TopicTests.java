package org.buranakan.schemas.topic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TopicTests {

	private static final AgencyId ZONE = new AgencyId("pacc-zone-1");

	@ParameterizedTest
	@EnumSource
	void nameOfAFamilysTopicTellsAgencyAndFamilyAgain(Family family) {
		Topic topic = Topic.of(ZONE, family);

		assertThat(topic.name()).isEqualTo("agency.pacc-zone-1." + family.code());
		assertThat(Topic.parse(topic.name())).contains(topic);
		assertThat(topic.agency()).contains(ZONE);
		assertThat(topic.family()).contains(family);
	}

	@Test
	void hubsTopicHasNeitherAgencyNorFamily() {
		Topic topic = Topic.parse("hub.view.plan").orElseThrow();

		assertThat(topic).isEqualTo(Topics.VIEW_PLAN.topic());
		assertThat(topic.agency()).isEmpty();
		assertThat(topic.family()).isEmpty();
		assertThat(topic.subject()).isEqualTo("hub.view.plan-value");
	}

	@Test
	void rawTopicBelongsToTheAgencyThatItIsCapturedFrom() {
		Topic topic = Topic.parse("raw.codi.public.project").orElseThrow();

		assertThat(topic.kind()).isEqualTo(Topics.RAW);
		assertThat(topic.agency()).contains(new AgencyId("codi"));
	}

	@Test
	void whatAConnectorAsksOfDebeziumIsNoCapturedTable() {
		assertThat(Topic.parse("raw.codi.transaction")).map(Topic::kind).contains(Topics.RAW);
	}

	@Test
	void auditorsTopicIsNoAgencys() {
		assertThat(Topic.parse("audit.auditor.act").flatMap(Topic::agency)).isEmpty();
		assertThat(Topic.parse("audit.auditor.act")).contains(Topics.ACT.of(Principal.auditor()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "agency", "agency.", "agency..plan", "agency.codi", "agency.codi.plans",
			"agency.codi.plan.old", "agency.Codi.plan", "agency.hub.plan", "raw.codi", "raw.codi.", "audit.codi.act",
			"hub.view", "hub.references", "__consumer_offsets" })
	void anyOtherNameIsNotInTheCatalogue(String name) {
		assertThat(Topic.parse(name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Codi", "codi.", "co_di", "-codi", "codi-", "1codi", "hub", "hub-2", "connect",
			"platform", "operator", "auditor-2", "codi-connect", "พอช" })
	void whatCannotBePartOfATopicsNameIsNoAgencyId(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AgencyId(value)).withMessageContaining(value);
	}

	@Test
	void agenciesTopicsAreKeptForEverAndViewsCompacted() {
		assertThat(Topics.PLAN.configuration()).containsEntry("retention.ms", "-1")
			.containsEntry("cleanup.policy", "delete");
		assertThat(Topics.VIEW_PLAN.configuration()).containsEntry("cleanup.policy", "compact")
			.containsEntry("compression.type", "gzip");
		assertThat(Topics.REFUSED.configuration()).containsEntry("retention.ms", "31536000000");
	}

}
