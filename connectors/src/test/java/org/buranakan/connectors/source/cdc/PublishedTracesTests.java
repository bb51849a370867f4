package org.buranakan.connectors.source.cdc;

import java.time.Instant;

import org.apache.kafka.common.Uuid;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
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

	private static ChangePlace place(String number, Uuid log, long offset) {
		return new ChangePlace("public.resolutions", "resolution_no=" + number, new LogPosition(1L << 33),
				new RawPosition(log, offset), Instant.EPOCH);
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
