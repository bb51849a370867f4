package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class VerifiedTests {

	private static final Topic PLANS = Topic.of(Events.CODI, Family.PLAN);

	private static final byte[] KEY = "codi:plan-11".getBytes(StandardCharsets.UTF_8);

	@Test
	void recordWhoseEveryPartAgreesIsAgreed() {
		PlanRecorded plan = Events.plan(2).build();

		Verified verified = Verified.of(PLANS, KEY, plan, headers(plan));

		assertThat(verified).isEqualTo(new Verified.Agreed(Envelope.of(plan), new EntityId(Events.CODI, "plan-11")));
	}

	@ParameterizedTest
	@MethodSource("forgeries")
	void valueThatContradictsItsTopicOrItselfIsNamed(Disagreement code, PlanRecorded plan) {
		assertThat(Verified.of(PLANS, KEY, plan, headers(plan))).isInstanceOfSatisfying(Verified.Disagreed.class,
				(disagreed) -> assertThat(disagreed.code()).isEqualTo(code));
	}

	static Stream<Arguments> forgeries() {
		EntityId foreign = new EntityId(new AgencyId("pacoc-11"), "plan-11");
		return Stream.of(arguments(Disagreement.FOREIGN_AGENCY, Events.plan(1).setAgency("pacoc-11").build()),
				arguments(Disagreement.BAD_ENTITY_ID, Events.plan(1).setEntityId("plan-11").build()),
				arguments(Disagreement.FOREIGN_ENTITY, Events.plan(1).setEntityId(foreign.toString()).build()),
				arguments(Disagreement.FOREIGN_KEY, Events.plan(1).setEntityId("codi:plan-12").build()),
				arguments(Disagreement.BAD_REVISION, Events.plan(1).setRevision(0).build()),
				arguments(Disagreement.WRONG_EVENT_ID, Events.plan(1).setRevision(2).build()),
				arguments(Disagreement.WRONG_EVENT_ID, Events.plan(1).setEventId(new UUID(1, 2)).build()));
	}

	@Test
	void familyIsTheTopics() {
		SpecificRecord posting = Events.posting().build();

		assertThat(code(posting, KEY, (headers) -> {
		})).isEqualTo(Disagreement.FOREIGN_FAMILY);
	}

	@Test
	void postingIsNeverRevised() {
		SpecificRecord posting = Events.posting().setRevision(2).build();

		Verified verified = Verified.of(Topic.of(Events.CODI, Family.BUDGET),
				"codi:posting-1".getBytes(StandardCharsets.UTF_8), posting, headers(posting));

		assertThat(verified).isInstanceOfSatisfying(Verified.Disagreed.class,
				(disagreed) -> assertThat(disagreed.code()).isEqualTo(Disagreement.BAD_REVISION));
	}

	@Test
	void recordWithoutAKeyIsForeign() {
		assertThat(code(Events.plan(1).build(), null, (headers) -> {
		})).isEqualTo(Disagreement.FOREIGN_KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type" })
	void everyHeaderIsNeededAndMustAgree(String name) {
		assertThat(code(Events.plan(1).build(), KEY, (headers) -> headers.remove(name)))
			.isEqualTo(Disagreement.MISSING_HEADER);
		assertThat(code(Events.plan(1).build(), KEY, (headers) -> headers.add(name, new byte[] { '2' })))
			.isEqualTo(Disagreement.WRONG_HEADER);
		assertThat(code(Events.plan(1).build(), KEY, (headers) -> headers.add(name, null)))
			.isEqualTo(Disagreement.MISSING_HEADER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2022-01-24T02:00:00Z", "2022-01-24T02:00:01Z", "2022-01-24T02:00:00.120Z",
			"2022-01-24T02:00:59.123456Z", "0001-12-31T00:00:00Z", "+10000-01-01T00:00:00Z",
			"-0004-01-01T00:00:00.500Z" })
	void timeIsWrittenAsInstantsAreSpelled(String time) {
		Headers headers = headers(Events.plan(1).setOccurredAt(Instant.parse(time)).build());

		assertThat(headers.lastHeader("ce_time").value()).asString().isEqualTo(Instant.parse(time).toString());
	}

	@Test
	void timeMayBeSpelledInAnyZone() {
		PlanRecorded plan = Events.plan(1).build();
		Headers headers = headers(plan);
		headers.add("ce_time", "2022-01-24T09:00:00.123456+07:00".getBytes(StandardCharsets.UTF_8));

		assertThat(Verified.of(PLANS, KEY, plan, headers)).isInstanceOf(Verified.Agreed.class);
	}

	private static Disagreement code(SpecificRecord event, byte @Nullable [] key, Consumer<Headers> change) {
		Headers headers = headers(event);
		change.accept(headers);
		return ((Verified.Disagreed) Verified.of(PLANS, key, event, headers)).code();
	}

	private static Headers headers(SpecificRecord event) {
		Headers headers = new RecordHeaders();
		CloudEvent.of(event).writeTo(headers);
		return headers;
	}

}
