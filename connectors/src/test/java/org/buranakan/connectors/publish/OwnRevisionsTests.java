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
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.StatedRevision;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** An agency that counts its revisions itself. */
class OwnRevisionsTests {

	private static final AgencyId AGENCY = new AgencyId("codi");

	private static final EntityId ENTITY = new EntityId(AGENCY, "Q-1");

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-07T01:02:03Z"), ZoneOffset.UTC);

	private final MockProducer<String, SpecificRecord> log = new MockProducer<>(true, null, new StringSerializer(),
			(topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8));

	private Publisher publisher = publisher();

	@Test
	void newContentIsPublishedUnderTheRevisionThatIsSentAndItsEventIdFollows() {
		// When
		settle(5, 3L);
		settle(6, 7L);
		// Then
		assertThat(counts()).extracting(ComplaintCounted::getRevision).containsExactly(3L, 7L);
		assertThat(counts().getLast().getEventId()).isEqualTo(EventId.of(Family.COMPLAINT, ENTITY, 7).value());
	}

	@Test
	void theSameContentIsUnchangedWhateverRevisionIsSent() {
		// Given
		settle(5, 3L);
		// When, Then
		for (Long sent : new Long[] { 1L, 3L, 9L, null }) {
			assertThat(settle(5, sent)).isEqualTo(new Receipt.Unchanged());
		}
		assertThat(settle(6, 4L)).isEqualTo(new Receipt.Applied(1));
	}

	@Test
	void newContentUnderARevisionThatIsNotHigherIsRefusedAndRecordedUntilItIs() {
		// Given
		settle(5, 3L);
		// When
		Receipt same = settle(6, 3L);
		Receipt lower = settle(6, 2L);
		// Then
		for (Receipt receipt : List.of(same, lower)) {
			assertThat(receipt).isInstanceOfSatisfying(Receipt.Refused.class,
					(refused) -> assertThat(refused.refusals()).singleElement().satisfies((refusal) -> {
						assertThat(refusal.objection().code()).isEqualTo(RefusalCode.REVISION_STALE);
						assertThat(refusal.objection().remedy().getTh()).contains("สูงกว่า 3");
						assertThat(refusal.cell()).isEqualTo("/0/version");
					}));
		}
		assertThat(counts()).hasSize(1);
		assertThat(this.publisher.openRefusals()).extracting(SourceRefused::getCode, SourceRefused::getOffered)
			.containsExactly(tuple("revision-stale", "2"));
		assertThat(settle(6, 4L)).isEqualTo(new Receipt.Applied(1));
		assertThat(this.publisher.openRefusals()).isEmpty();
	}

	@Test
	void whereNoneIsSentTheConnectorRaisesItAndSoDoesAWithdrawal() {
		// Given
		settle(5, 3L);
		// When
		settle(6, null);
		withdraw();
		Receipt again = settle(6, 5L);
		settle(6, 6L);
		// Then
		assertThat(again).isInstanceOf(Receipt.Refused.class);
		assertThat(counts()).extracting(ComplaintCounted::getRevision).containsExactly(3L, 4L, 5L, 6L);
		assertThat(counts()).extracting(ComplaintCounted::getStatus)
			.containsExactly(CountStatus.COUNTED, CountStatus.COUNTED, CountStatus.WITHDRAWN, CountStatus.COUNTED);
	}

	@Test
	void whoReadsTheLogAgainKnowsTheRevisionsThatWereSent() {
		// Given
		settle(5, 7L);
		// When
		this.publisher = publisher();
		// Then
		assertThat(settle(6, 7L)).isInstanceOf(Receipt.Refused.class);
		assertThat(settle(5, 1L)).isEqualTo(new Receipt.Unchanged());
		settle(6, null);
		assertThat(counts().getLast().getRevision()).isEqualTo(8);
	}

	private Receipt settle(long received, @Nullable Long revision) {
		return settle(new Outcome.Mapped(List.of(count(received, revision)), List.of()));
	}

	private void withdraw() {
		settle(new Outcome.Mapped(List.of(), List.of(new Outcome.Identity(Family.COMPLAINT, ENTITY))));
	}

	private Receipt settle(Outcome outcome) {
		Provenance item = new Provenance(SourceKind.PUSH, "counts", "request:1", "Q-1", "/0", CLOCK.instant());
		return this.publisher.settle(List.of(new Submission(item, outcome))).getFirst();
	}

	private Publisher publisher() {
		return new Publisher(this::replayed, () -> this.log, () -> {
		}, new Profile(AGENCY, "ระบบ", Basis.REPORTED, List.of()), CLOCK);
	}

	/** The log is read as copies: replaying takes the envelope off. */
	private Memory replayed() {
		Memory memory = new Memory();
		this.log.history().forEach((record) -> {
			SpecificRecord copy = SpecificData.get().deepCopy(record.value().getSchema(), record.value());
			if (copy instanceof SourceRefused refusal) {
				memory.replay(record.key(), refusal);
			}
			else {
				memory.replay(copy);
			}
		});
		return memory;
	}

	private List<ComplaintCounted> counts() {
		return this.log.history()
			.stream()
			.map((record) -> record.value())
			.filter(ComplaintCounted.class::isInstance)
			.map(ComplaintCounted.class::cast)
			.toList();
	}

	private static Content count(long received, @Nullable Long revision) {
		ComplaintCounted count = new ComplaintCounted();
		put(count, "basis", Basis.REPORTED);
		put(count, "area", "200104");
		put(count, "channel", "page");
		put(count, "periodStart", LocalDate.of(2022, 1, 1));
		put(count, "periodEnd", LocalDate.of(2022, 1, 31));
		put(count, "received", received);
		put(count, "status", CountStatus.COUNTED);
		put(count, "filledIn", List.of());
		BlankEnvelope.blank(count, ENTITY);
		return new Content(Family.COMPLAINT, ENTITY, count, Optional.empty(),
				Optional.ofNullable(revision).map((number) -> new StatedRevision(number, "version", "/0/version")));
	}

	private static void put(SpecificRecord record, String field, Object value) {
		record.put(record.getSchema().getField(field).pos(), value);
	}

}
