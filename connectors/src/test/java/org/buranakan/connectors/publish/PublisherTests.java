package org.buranakan.connectors.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of the memory when Kafka's producer fails in the middle. */
class PublisherTests {

	private static final AgencyId AGENCY = new AgencyId("codi");

	private static final String TOPIC = "agency.codi.complaint";

	private static final Instant NOW = Instant.parse("2022-02-07T01:02:03Z");

	private final Queue<MockProducer<String, SpecificRecord>> producers = new ArrayDeque<>();

	private final AtomicInteger readings = new AtomicInteger();

	private long next;

	/** Whose records are in the log when it is read. */
	private @Nullable MockProducer<String, SpecificRecord> known;

	private final Publisher publisher = new Publisher(this::memory, () -> Objects.requireNonNull(this.producers.poll()),
			() -> {
			}, new Profile(AGENCY, "ระบบ", Basis.REPORTED, List.of()), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void aBugInTheMiddleOfASettlementLeavesNoMemoryOfWhatWasNotSent() {
		// Given
		MockProducer<String, SpecificRecord> failing = producer();
		failing.sendException = new IllegalStateException("a bug that quotes นาย ก");
		MockProducer<String, SpecificRecord> working = producer();
		// When
		assertThatThrownBy(() -> this.publisher.settle(List.of(counted("a")))).isSameAs(failing.sendException);
		String trouble = this.publisher.trouble().orElseThrow();
		List<Receipt> receipts = this.publisher.settle(List.of(counted("a")));
		// Then
		assertThat(receipts).containsExactly(new Receipt.Applied(1));
		assertThat(working.history()).extracting(ProducerRecord::key).containsExactly("codi:Q-1");
		assertThat(this.readings).hasValue(2);
		assertThat(trouble).contains("codi", "IllegalStateException").doesNotContain("นาย ก");
	}

	@Test
	void afterAnOutageTheLogIsReadAgainAndTheSameIsSent() {
		// Given
		MockProducer<String, SpecificRecord> failing = producer();
		failing.sendException = new TopicAuthorizationException(TOPIC);
		producer();
		// When
		assertThatThrownBy(() -> this.publisher.settle(List.of(counted("a")))).isInstanceOf(HubUnreachable.class)
			.hasMessageContaining("rights");
		assertThat(this.publisher.trouble()).isPresent();
		List<Receipt> receipts = this.publisher.settle(List.of(counted("a")));
		// Then
		assertThat(receipts).containsExactly(new Receipt.Applied(1));
		assertThat(this.publisher.trouble()).isEmpty();
	}

	@Test
	void aSubmissionThatWasPublishedAlreadySaysNothingNewWhenItIsHandedInAgain() {
		// Given
		Submission counted = counted("a");
		producer();
		// When
		this.publisher.settle(List.of(counted));
		List<Receipt> receipts = this.publisher.settle(List.of(counted));
		// Then
		assertThat(receipts).containsExactly(new Receipt.Unchanged());
	}

	@Test
	void whatTheRegistryDoesNotKnowIsToldApartFromAnOutage() {
		// Given
		producer().sendException = new SerializationException("not deployed");
		// When, Then
		assertThatThrownBy(() -> this.publisher.settle(List.of(counted("a")))).isInstanceOf(HubUnreachable.class)
			.hasMessageContaining("contracts");
	}

	@Test
	void anOffsetThatIsNotTheNextOneMakesTheLogBeReadAgain() {
		// Given
		this.next = 5;
		producer();
		producer();
		// When
		assertThatThrownBy(() -> this.publisher.settle(List.of(counted("a")))).isInstanceOf(HubUnreachable.class)
			.hasMessageContaining("Somebody else");
		// Then
		assertThat(this.readings).hasValue(2);
	}

	@Test
	void whatADoubtedAttemptPublishedIsReportedAsPublished() {
		// Given
		this.next = 5;
		this.known = producer();
		producer();
		// When
		List<Receipt> receipts = this.publisher.settle(List.of(counted("a")));
		// Then
		assertThat(this.readings).hasValue(2);
		assertThat(receipts).containsExactly(new Receipt.Applied(1));
	}

	@Test
	void anEventThatKafkaWouldNotTakeIsRefusedWithACode() {
		// Given
		producer();
		// When
		List<Receipt> receipts = this.publisher.settle(List.of(counted("x".repeat(1_000_000)), counted("a")));
		// Then
		assertThat(receipts.getFirst())
			.isInstanceOfSatisfying(Receipt.Refused.class, (refused) -> assertThat(refused.refusals()).singleElement()
				.satisfies((refusal) -> assertThat(refusal.objection().code()).isEqualTo(RefusalCode.EVENT_TOO_LARGE)));
		assertThat(receipts.getLast()).isEqualTo(new Receipt.Applied(1));
	}

	private Memory memory() {
		this.readings.incrementAndGet();
		Memory memory = new Memory();
		MockProducer<String, SpecificRecord> log = this.known;
		if (log != null) {
			log.history().forEach((record) -> memory.replay(record.value()));
		}
		memory.expect(TOPIC, this.next);
		return memory;
	}

	private MockProducer<String, SpecificRecord> producer() {
		MockProducer<String, SpecificRecord> producer = new MockProducer<>(true, null, new StringSerializer(),
				(topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8));
		this.producers.add(producer);
		return producer;
	}

	private static Submission counted(String channel) {
		EntityId entity = new EntityId(AGENCY, "Q-1");
		ComplaintCounted count = new ComplaintCounted();
		put(count, "basis", Basis.REPORTED);
		put(count, "area", "200104");
		put(count, "channel", channel);
		put(count, "periodStart", LocalDate.of(2022, 1, 1));
		put(count, "periodEnd", LocalDate.of(2022, 1, 31));
		put(count, "received", 1L);
		put(count, "status", CountStatus.COUNTED);
		put(count, "filledIn", List.of());
		BlankEnvelope.blank(count, entity);
		return new Submission(new Provenance(SourceKind.PUSH, "counts", "request:1", "Q-1", "/", NOW),
				new Outcome.Mapped(List.of(new Content(Family.COMPLAINT, entity, count, Optional.empty())), List.of()));
	}

	private static void put(SpecificRecord record, String field, Object value) {
		record.put(record.getSchema().getField(field).pos(), value);
	}

}
