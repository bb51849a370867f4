package org.buranakan.connectors.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.envelope.Verified;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventsTests {

	private static final AgencyId AGENCY = new AgencyId("codi");

	private static final Instant NOW = Instant.parse("2022-02-07T01:02:03Z");

	private static final Provenance ROW = new Provenance(SourceKind.DATABASE, "disbursements", "public.disbursements",
			"voucher_no=DV-1", "lsn 1", NOW);

	private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(true, null, new StringSerializer(),
			(topic, value) -> new byte[0]);

	private Memory memory = new Memory();

	@Test
	void theSameContentIsPublishedOnce() {
		// When
		int first = events().publish(count(5), ROW);
		int second = events().publish(count(5), ROW);
		// Then
		assertThat(first).isEqualTo(1);
		assertThat(second).isZero();
	}

	@Test
	void changedContentRaisesTheRevisionAndItsEventIdFollows() {
		// Given
		events().publish(count(5), ROW);
		// When
		events().publish(count(6), ROW);
		// Then
		assertThat(sent(ComplaintCounted.class)).extracting(ComplaintCounted::getRevision).containsExactly(1L, 2L);
		assertThat(sent(ComplaintCounted.class).getLast().getEventId())
			.isEqualTo(EventId.of(Family.COMPLAINT, count(6).entity(), 2).value());
	}

	@Test
	void whatIsPublishedAgreesWithItsTopicKeyAndHeaders() {
		// When
		events().publish(count(5), ROW);
		events().publish(posting(100), ROW);
		// Then
		assertThat(this.producer.history()).hasSize(2)
			.allSatisfy((record) -> assertThat(Verified.of(Topic.parse(record.topic()).orElseThrow(),
					record.key().getBytes(StandardCharsets.UTF_8), record.value(), record.headers()))
				.isInstanceOf(Verified.Agreed.class));
	}

	@Test
	void aChangedPostingIsReversedAndPostedAnew() {
		// Given
		events().publish(posting(100), ROW);
		// When
		events().publish(posting(70), ROW);
		// Then
		assertThat(sent(BudgetPosted.class)).extracting(BudgetPosted::getEntityId)
			.containsExactly("codi:DV-1", "codi:DV-1~reversed", "codi:DV-1~2");
		assertThat(sent(BudgetPosted.class)).extracting(BudgetPosted::getAmountSatang)
			.containsExactly(100L, -100L, 70L);
		assertThat(sent(BudgetPosted.class)).extracting(BudgetPosted::getReverses)
			.containsExactly(null, "codi:DV-1", null);
		assertThat(sent(BudgetPosted.class)).extracting(BudgetPosted::getRevision).containsOnly(1L);
	}

	@Test
	void aPostingThatReturnsToItsFirstAmountIsPostedAThirdTime() {
		// Given
		events().publish(posting(100), ROW);
		events().publish(posting(70), ROW);
		// When
		events().publish(posting(100), ROW);
		// Then
		assertThat(sent(BudgetPosted.class)).extracting(BudgetPosted::getEntityId)
			.endsWith("codi:DV-1~2~reversed", "codi:DV-1~3");
	}

	@Test
	void aMemoryReadFromTheLogKnowsWhatWasPublished() {
		// Given
		events().publish(count(5), ROW);
		events().publish(posting(100), ROW);
		events().publish(posting(70), ROW);
		// When
		this.memory = replayed(this.producer.history());
		// Then
		assertThat(events().publish(count(5), ROW)).isZero();
		assertThat(events().publish(posting(70), ROW)).isZero();
		assertThat(events().publish(count(6), ROW)).isEqualTo(1);
		assertThat(sent(ComplaintCounted.class).getLast().getRevision()).isEqualTo(2);
	}

	@Test
	void whoDiedBetweenReversalAndPostingOnlyPosts() {
		// Given
		events().publish(posting(100), ROW);
		events().publish(posting(70), ROW);
		List<ProducerRecord<String, SpecificRecord>> arrived = this.producer.history().subList(0, 2);
		// When
		this.memory = replayed(arrived);
		int published = events().publish(posting(70), ROW);
		// Then
		assertThat(published).isEqualTo(1);
		assertThat(sent(BudgetPosted.class).getLast().getEntityId()).isEqualTo("codi:DV-1~2");
	}

	@Test
	void aReversalThatNeverArrivedIsSentAtTheNextSettlementOnce() {
		// Given
		events().publish(posting(100), ROW);
		events().publish(posting(70), ROW);
		List<ProducerRecord<String, SpecificRecord>> holed = this.producer.history()
			.stream()
			.filter((record) -> !record.key().endsWith("~reversed"))
			.toList();
		SpecificRecord lost = this.producer.history().get(1).value();
		this.memory = replayed(holed);
		// When
		events().completeReversals();
		events().completeReversals();
		// Then
		assertThat(sent(BudgetPosted.class)).hasSize(4).last().isEqualTo(lost);
	}

	@Test
	void aReversalThatArrivedIsNotSentAgain() {
		// Given
		events().publish(posting(100), ROW);
		events().publish(posting(70), ROW);
		this.memory = replayed(this.producer.history());
		// When
		events().completeReversals();
		// Then
		assertThat(sent(BudgetPosted.class)).hasSize(3);
	}

	@Test
	void whatVanishedIsWithdrawnOnceAndAPostingReversedOnce() {
		// Given
		events().publish(count(5), ROW);
		events().publish(posting(100), ROW);
		// When
		int withdrawn = events().withdraw(Family.COMPLAINT, count(5).entity(), ROW)
				+ events().withdraw(Family.BUDGET, posting(100).entity(), ROW);
		int again = events().withdraw(Family.COMPLAINT, count(5).entity(), ROW)
				+ events().withdraw(Family.BUDGET, posting(100).entity(), ROW);
		// Then
		assertThat(withdrawn).isEqualTo(2);
		assertThat(again).isZero();
		assertThat(sent(ComplaintCounted.class).getLast().getStatus()).isEqualTo(CountStatus.WITHDRAWN);
		assertThat(sent(BudgetPosted.class).getLast().getAmountSatang()).isEqualTo(-100);
	}

	private Events events() {
		return new Events(this.memory, new Dispatch(this.producer, AGENCY), "ระบบ", Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private <T extends SpecificRecord> List<T> sent(Class<T> type) {
		return this.producer.history()
			.stream()
			.map(ProducerRecord::value)
			.filter(type::isInstance)
			.map(type::cast)
			.toList();
	}

	/** The log is read as copies: replaying takes the envelope off. */
	private static Memory replayed(List<ProducerRecord<String, SpecificRecord>> log) {
		Memory memory = new Memory();
		log.forEach((record) -> memory.replay(SpecificData.get().deepCopy(record.value().getSchema(), record.value())));
		return memory;
	}

	private static Content count(long received) {
		EntityId entity = new EntityId(AGENCY, "Q-1");
		ComplaintCounted count = new ComplaintCounted();
		put(count, "basis", Basis.REPORTED);
		put(count, "area", "200104");
		put(count, "channel", "page");
		put(count, "periodStart", LocalDate.of(2022, 1, 1));
		put(count, "periodEnd", LocalDate.of(2022, 1, 31));
		put(count, "received", received);
		put(count, "status", CountStatus.COUNTED);
		put(count, "filledIn", List.of());
		BlankEnvelope.blank(count, entity);
		return new Content(Family.COMPLAINT, entity, count, Optional.empty());
	}

	private static Content posting(long satang) {
		EntityId entity = new EntityId(AGENCY, "DV-1");
		BudgetPosted posting = new BudgetPosted();
		put(posting, "basis", Basis.REPORTED);
		put(posting, "budgetLine", "L");
		put(posting, "fiscalYear", 2022);
		put(posting, "phase", BudgetPhase.DISBURSED);
		put(posting, "amountSatang", satang);
		put(posting, "area", "200104");
		put(posting, "postedOn", LocalDate.of(2022, 1, 31));
		put(posting, "funder", "codi");
		put(posting, "filledIn", List.of());
		BlankEnvelope.blank(posting, entity);
		return new Content(Family.BUDGET, entity, posting, Optional.empty());
	}

	private static void put(SpecificRecord record, String field, Object value) {
		record.put(record.getSchema().getField(field).pos(), value);
	}

}
