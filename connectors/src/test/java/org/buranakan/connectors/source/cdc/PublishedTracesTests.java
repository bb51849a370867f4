package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.common.Uuid;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedTracesTests {

	private static final AgencyId CODI = new AgencyId("codi");

	private final PublishedTraces traces = new PublishedTraces();

	@Test
	void aChangeBeforeTheOnePublishedLastIsSuperseded() {
		// When
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		// Then
		assertThat(this.traces.supersede(place("RS65-01", RecordedChanges.LOG, 6))).isTrue();
	}

	@Test
	void theChangePublishedLastIsNotForNotAllOfItMayHaveArrived() {
		// When
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		// Then
		assertThat(this.traces.supersede(place("RS65-01", RecordedChanges.LOG, 7))).isFalse();
		assertThat(this.traces.supersede(place("RS65-01", RecordedChanges.LOG, 8))).isFalse();
	}

	@Test
	void aChangeOfAnotherRowIsNot() {
		// When
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		// Then
		assertThat(this.traces.supersede(place("RS65-02", RecordedChanges.LOG, 6))).isFalse();
	}

	@Test
	void aChangeInATopicThatWasMadeAgainIsNot() {
		// When
		this.traces.add(event("RS65-01", place("RS65-01", Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ"), 7)));
		// Then
		assertThat(this.traces.supersede(place("RS65-01", RecordedChanges.LOG, 6))).isFalse();
	}

	@Test
	void anEntityThatTheRowHadLeftIsStillWithdrawnThoughALaterChangeOfTheRowArrived() {
		// Given
		this.traces.add(event("RS65-01", place("1", RecordedChanges.LOG, 3)));
		this.traces.add(event("RS65-02", place("1", RecordedChanges.LOG, 7)));
		// When
		Optional<Outcome> remaining = this.traces.remaining(
				new Outcome.Mapped(List.of(content("RS65-02")), List.of(identity("RS65-01"))),
				place("1", RecordedChanges.LOG, 6));
		// Then
		assertThat(remaining).contains(new Outcome.Mapped(List.of(), List.of(identity("RS65-01"))));
	}

	@Test
	void whatAnEmptyingWithdrewIsNotPublishedAgainByARowReadAgain() {
		// Given
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 3)));
		this.traces.add(event("RS65-01", new ChangePlace("public.resolutions", "raw=" + RecordedChanges.LOG + "/9",
				new LogPosition(1L << 33), new RawPosition(RecordedChanges.LOG, 9), Instant.EPOCH, 0)));
		// When
		Optional<Outcome> remaining = this.traces.remaining(new Outcome.Mapped(List.of(content("RS65-01")), List.of()),
				place("RS65-01", RecordedChanges.LOG, 3));
		// Then
		assertThat(remaining).isEmpty();
	}

	@Test
	void whatTheEmptyingItselfHadNotWithdrawnYetIs() {
		// Given
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 3)));
		this.traces.add(event("RS65-02", place("RS65-02", RecordedChanges.LOG, 9)));
		// When
		List<Outcome.Identity> left = this.traces.of("public.resolutions", new RawPosition(RecordedChanges.LOG, 9));
		// Then
		assertThat(left).containsExactly(identity("RS65-01"));
	}

	@Test
	void aRefusalOfAnOlderStateIsPassedOverAndSoIsAnOlderStateThatSaysNothing() {
		// Given
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		Outcome.Refused refused = new Outcome.Refused(
				List.of(Refusal.of("RS65-01", new Objection(RefusalCode.AREA_UNKNOWN, "", ""))));
		Outcome.Mapped nothing = new Outcome.Mapped(List.of(), List.of());
		// When, Then
		assertThat(this.traces.remaining(refused, place("RS65-01", RecordedChanges.LOG, 6))).isEmpty();
		assertThat(this.traces.remaining(nothing, place("RS65-01", RecordedChanges.LOG, 6))).isEmpty();
		assertThat(this.traces.remaining(refused, place("RS65-01", RecordedChanges.LOG, 7))).contains(refused);
		assertThat(this.traces.remaining(nothing, place("RS65-01", RecordedChanges.LOG, 8))).contains(nothing);
	}

	@Test
	void tellsWhatWasPublishedFromATableByTheSourcesOwnEntries() {
		// When
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		this.traces.add(event("RS65-02~2", place("RS65-02", RecordedChanges.LOG, 8)));
		// Then
		assertThat(this.traces.of("public.resolutions", new RawPosition(RecordedChanges.LOG, 9)))
			.extracting(Outcome.Identity::entity)
			.containsExactly(new EntityId(CODI, "RS65-01"), new EntityId(CODI, "RS65-02"));
		assertThat(this.traces.of("public.projects", new RawPosition(RecordedChanges.LOG, 9))).isEmpty();
	}

	@Test
	void anEmptyingReadAgainLeavesWhatWasPublishedAfterIt() {
		// When
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		this.traces.add(event("RS65-02", place("RS65-02", RecordedChanges.LOG, 9)));
		// Then
		assertThat(this.traces.of("public.resolutions", new RawPosition(RecordedChanges.LOG, 8)))
			.extracting(Outcome.Identity::entity)
			.containsExactly(new EntityId(CODI, "RS65-01"));
	}

	@Test
	void whatNoRowSpeaksOfAnyMoreIsGone() {
		// Given
		this.traces.add(event("RS65-01", place("RS65-01", RecordedChanges.LOG, 7)));
		this.traces.add(event("RS65-02", place("RS65-02", RecordedChanges.LOG, 9)));
		// When
		List<Outcome.Identity> gone = this.traces.gone("public.resolutions", new Standing());
		// Then
		assertThat(gone).containsExactly(identity("RS65-01"), identity("RS65-02"));
		assertThat(this.traces.gone("public.projects", new Standing())).isEmpty();
	}

	private static ChangePlace place(String number, Uuid log, long offset) {
		return new ChangePlace("public.resolutions", "resolution_no=" + number, new LogPosition(1L << 33),
				new RawPosition(log, offset), Instant.EPOCH, 0);
	}

	private static Outcome.Identity identity(String local) {
		return new Outcome.Identity(Family.AGREEMENT, new EntityId(CODI, local));
	}

	private static Content content(String local) {
		return new Content(Family.AGREEMENT, new EntityId(CODI, local),
				event(local, place(local, RecordedChanges.LOG, 0)), Optional.empty());
	}

	private static AgreementStated event(String local, ChangePlace place) {
		AgreementStated event = new AgreementStated();
		BlankEnvelope.blank(event, new EntityId(CODI, local));
		event.put(event.getSchema().getField("source").pos(),
				new Source(SourceKind.DATABASE, "system", place.table(), place.trace()));
		event.put(event.getSchema().getField("basis").pos(), Basis.REPORTED);
		return event;
	}

}
