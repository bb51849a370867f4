package org.buranakan.schemas.wire;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.envelope.Events;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.registry.FakeRegistry;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractSerializerTests {

	private static final Topic PLANS = Topic.of(Events.CODI, Family.PLAN);

	private static final String CONTRACT = Contract.of(PlanRecorded.class).newest();

	private final FakeRegistry server = new FakeRegistry();

	private final ContractSerializer serializer = new ContractSerializer();

	private final ContractDeserializer deserializer = new ContractDeserializer();

	@BeforeEach
	void configure() {
		Map<String, ?> configuration = Map.of("schema.registry.url", this.server.address().url().toString());
		this.serializer.configure(configuration, false);
		this.deserializer.configure(configuration, false);
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void writtenAndReadAgainAnEventIsTheSame() {
		this.server.has(PLANS, CONTRACT);
		PlanRecorded plan = Events.plan(1).build();

		byte[] value = this.serializer.serialize(PLANS.name(), plan);

		assertThat(value).startsWith(0, 0, 0, 0, 1);
		assertThat(this.deserializer.deserialize(PLANS.name(), value)).isEqualTo(plan);
	}

	@Test
	void contractThatNobodyRegisteredIsNotRegisteredByWriting() {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> this.serializer.serialize(PLANS.name(), Events.plan(1).build()))
			.withMessageContaining("not registered");
		assertThat(this.server.requests()).containsExactly("POST /subjects/agency.codi.plan-value");
	}

	@Test
	void outageIsAnOutageAndNoMistakeOfTheRecord() {
		this.server.answers(503, "");

		assertThatExceptionOfType(RegistryException.Unavailable.class)
			.isThrownBy(() -> this.serializer.serialize(PLANS.name(), Events.plan(1).build()));
	}

	@Test
	void topicCarriesItsOwnContractAlone() {
		this.server.has(PLANS, CONTRACT);

		refuses(PLANS.name(), Events.posting().build(), "carries PlanRecorded, not BudgetPosted");
		refuses("agency.codi.plans", Events.plan(1).build(), "no topic");
		refuses("agency.codi.seal", Events.plan(1).build(), "not Avro of ours");
	}

	@Test
	void incompleteEventIsRefused() {
		this.server.has(PLANS, CONTRACT);

		refuses(PLANS.name(), new PlanRecorded(), "Not a whole PlanRecorded");
	}

	@Test
	void onlyCompactedTopicsTakeTombstones() {
		assertThat(this.serializer.serialize(Topics.VIEW_PLAN.topic().name(), null)).isNull();
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> this.serializer.serialize(PLANS.name(), null));
		assertThat(this.deserializer.deserialize(Topics.VIEW_PLAN.topic().name(), null)).isNull();
	}

	@Test
	void badValueIsAnExceptionThatNamesTheFlaw() {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> this.deserializer.deserialize(PLANS.name(), new byte[] { 1, 2, 3, 4, 5, 6 }))
			.withMessageContaining("WRONG_MAGIC");
	}

	@Test
	void configurationNeedsARegistryAndWholeCredentials() {
		assertThatExceptionOfType(ConfigException.class)
			.isThrownBy(() -> new ContractSerializer().configure(Map.of(), false))
			.withMessageContaining("schema.registry.url");
		assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> new ContractSerializer()
			.configure(Map.of("schema.registry.url", "http://a:1", "basic.auth.user.info", "nobody"), false));
	}

	private void refuses(String topic, SpecificRecord event, String why) {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> this.serializer.serialize(topic, event))
			.withMessageContaining(why);
	}

}
