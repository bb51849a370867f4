package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands because files said it, and is missing from them. */
class MissingTests {

	private static final AgencyId AGENCY = new AgencyId("codi");

	private static final String SYSTEM = "ระบบ";

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-07T01:02:03Z"), ZoneOffset.UTC);

	private static final Set<Family> FAMILIES = Set.of(Family.COMPLAINT, Family.BUDGET);

	private static final Outcome.Identity COUNT = new Outcome.Identity(Family.COMPLAINT, new EntityId(AGENCY, "Q-1"));

	private static final Outcome.Identity POSTING = new Outcome.Identity(Family.BUDGET, new EntityId(AGENCY, "DV-1"));

	private final MockProducer<String, SpecificRecord> log = producer();

	/** What each reading of the log finds. */
	private final Queue<Memory> readings = new ArrayDeque<>();

	private final Publisher publisher = publisher(() -> Objects.requireNonNull(this.readings.poll()), () -> this.log);

	@Test
	void whatFilesSaidLastAndIsNeitherWithdrawnNorReversedIsMissing() {
		// Given
		events(SYSTEM).publish(count(5), by(SourceKind.SPREADSHEET));
		events(SYSTEM).publish(posting(), by(SourceKind.SPREADSHEET));
		this.readings.add(replayed());
		// When
		Missing all = this.publisher.missing(FAMILIES, (identity) -> false);
		Missing none = this.publisher.missing(Set.of(Family.PLAN), (identity) -> false);
		int withdrawn = this.publisher.withdraw(all.entities(), by(SourceKind.SPREADSHEET));
		// Then
		assertThat(all).isEqualTo(new Missing(2, List.of(POSTING, COUNT)));
		assertThat(none).isEqualTo(new Missing(0, List.of()));
		assertThat(withdrawn).isEqualTo(2);
		assertThat(this.publisher.missing(FAMILIES, (identity) -> false).standing()).isZero();
		assertThat(publisher(this::replayed, () -> this.log).missing(FAMILIES, (identity) -> false).standing())
			.isZero();
	}

	@Test
	void whatComesBackStandsAgain() {
		// Given
		events(SYSTEM).publish(count(5), by(SourceKind.SPREADSHEET));
		events(SYSTEM).publish(posting(), by(SourceKind.SPREADSHEET));
		events(SYSTEM).withdraw(Family.COMPLAINT, COUNT.entity(), by(SourceKind.SPREADSHEET));
		events(SYSTEM).withdraw(Family.BUDGET, POSTING.entity(), by(SourceKind.SPREADSHEET));
		// When
		events(SYSTEM).publish(count(5), by(SourceKind.SPREADSHEET));
		events(SYSTEM).publish(posting(), by(SourceKind.SPREADSHEET));
		this.readings.add(replayed());
		// Then
		assertThat(this.publisher.missing(FAMILIES, (identity) -> false).standing()).isEqualTo(2);
	}

	@Test
	void whatAnotherSystemOrWayOrDirectClientSaidIsNotLookedAt() {
		// Given
		events("ระบบอื่น").publish(posting(), by(SourceKind.SPREADSHEET));
		events(SYSTEM).publish(count(5), by(SourceKind.SPREADSHEET));
		events(SYSTEM).publish(count(6), by(SourceKind.DIRECT));
		this.readings.add(replayed());
		// Then
		assertThat(this.publisher.missing(FAMILIES, (identity) -> false).standing()).isZero();
	}

	@Test
	void whatSomebodyElseSaysMeanwhileIsLeftToThem() {
		// Given
		events(SYSTEM).publish(count(5), by(SourceKind.SPREADSHEET));
		Memory outdated = replayed();
		outdated.expect("agency.codi.complaint", 1);
		this.readings.add(outdated);
		events(SYSTEM).publish(count(6), by(SourceKind.DIRECT));
		this.readings.add(replayed());
		Publisher late = publisher(() -> Objects.requireNonNull(this.readings.poll()), MissingTests::producer);
		// When
		int withdrawn = late.withdraw(List.of(COUNT), by(SourceKind.SPREADSHEET));
		// Then
		assertThat(withdrawn).isZero();
		assertThat(this.readings).isEmpty();
	}

	private static Publisher publisher(Supplier<Memory> logs, Supplier<Producer<String, SpecificRecord>> producers) {
		return new Publisher(logs, producers, () -> {
		}, new Profile(AGENCY, SYSTEM, Basis.REPORTED, List.of()), CLOCK);
	}

	private static MockProducer<String, SpecificRecord> producer() {
		return new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]);
	}

	/** The log is read as copies: replaying takes the envelope off. */
	private Memory replayed() {
		Memory memory = new Memory();
		this.log.history()
			.forEach(
					(record) -> memory.replay(SpecificData.get().deepCopy(record.value().getSchema(), record.value())));
		return memory;
	}

	private Events events(String system) {
		return new Events(replayed(), new Dispatch(this.log, AGENCY), system, CLOCK);
	}

	private static Provenance by(SourceKind kind) {
		return new Provenance(kind, "counts", "sha256:0", "1", "1", CLOCK.instant());
	}

	private static Content count(long received) {
		ComplaintCounted count = new ComplaintCounted();
		put(count, "area", "200104");
		put(count, "channel", "page");
		put(count, "periodStart", LocalDate.of(2022, 1, 1));
		put(count, "periodEnd", LocalDate.of(2022, 1, 31));
		put(count, "received", received);
		put(count, "status", CountStatus.COUNTED);
		return content(COUNT, count);
	}

	private static Content posting() {
		BudgetPosted posting = new BudgetPosted();
		put(posting, "budgetLine", "L");
		put(posting, "fiscalYear", 2022);
		put(posting, "phase", BudgetPhase.DISBURSED);
		put(posting, "amountSatang", 100L);
		put(posting, "area", "200104");
		put(posting, "postedOn", LocalDate.of(2022, 1, 31));
		put(posting, "funder", "codi");
		return content(POSTING, posting);
	}

	private static Content content(Outcome.Identity identity, SpecificRecord record) {
		put(record, "basis", Basis.REPORTED);
		put(record, "filledIn", List.of());
		BlankEnvelope.blank(record, identity.entity());
		return new Content(identity.family(), identity.entity(), record, Optional.empty());
	}

	private static void put(SpecificRecord record, String field, Object value) {
		record.put(record.getSchema().getField(field).pos(), value);
	}

}
