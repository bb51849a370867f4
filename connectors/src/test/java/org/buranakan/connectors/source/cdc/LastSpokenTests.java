package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.common.Uuid;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows hand entities over to one another. */
class LastSpokenTests {

	private static final Uuid LOG = Uuid.randomUuid();

	private String table = "public.activities";

	private long transaction;

	private final LastSpoken spoken = new LastSpoken(3);

	@Test
	void aRowTakesWithItWhatNoOtherHasTaken() {
		// Given
		left("id=1", says("A"), leaves());
		// Then
		assertThat(left("id=1", says("B"), leaves("A"))).containsExactly(activity("A"));
	}

	@Test
	void ofTwoThatSwapNeitherIsTaken() {
		// Given
		left("id=1", says("A"), leaves());
		left("id=2", says("B"), leaves());
		// Then
		assertThat(left("id=1", says("B"), leaves("A"))).containsExactly(activity("A"));
		assertThat(left("id=2", says("A"), leaves("B"))).isEmpty();
	}

	@Test
	void whoHasItNowMayLeaveItAsEver() {
		// Given
		left("id=1", says("A"), leaves());
		left("id=2", says("A"), leaves());
		assertThat(left("id=1", says(), leaves("A"))).isEmpty();
		// Then
		assertThat(left("id=2", says(), leaves("A"))).containsExactly(activity("A"));
	}

	@Test
	void rowsThatNobodyCanTellApartTakeWhatTheyLeave() {
		// Given
		left(keyless(1), says("A"), leaves());
		// Then
		assertThat(left(keyless(2), says(), leaves("A"))).containsExactly(activity("A"));
	}

	@Test
	void whatATransactionLeavesOfWhichMuchIsForgottenIsADoubt() {
		// Given
		this.transaction = 1;
		left("id=0", says("Z"), leaves());
		this.transaction = 2;
		List.of("A", "B", "C").forEach((local) -> left("id=" + local, says(local), leaves()));
		assertThat(left("id=9", says(), leaves("Y"))).containsExactly(activity("Y"));
		assertThat(this.spoken.takeDoubtful()).isEmpty();
		// When
		left("id=D", says("D"), leaves());
		this.table = "public.budget";
		this.transaction = 9;
		left("id=1", says(), leaves());
		this.table = "public.activities";
		this.transaction = 2;
		left("id=8", says(), leaves("A"));
		// Then
		assertThat(this.spoken.takeDoubtful()).isPresent();
		assertThat(this.spoken.takeDoubtful()).isEmpty();
		// And
		this.transaction = 3;
		left("id=7", says(), leaves("B"));
		assertThat(this.spoken.takeDoubtful()).isEmpty();
	}

	@Test
	void whatTheTransactionLeavesInWhichReadingBeginsIsADoubt() {
		// When
		left("id=1", says(), leaves("A"));
		// Then
		assertThat(this.spoken.takeDoubtful()).isPresent();
	}

	@Test
	void anEmptiedTableHasNothingAnyMore() {
		// Given
		left("id=1", says("A"), leaves());
		// When
		this.spoken.emptied("public.activities");
		// Then
		assertThat(left("id=2", says(), leaves("A"))).containsExactly(activity("A"));
	}

	private List<Outcome.Identity> left(String key, List<Content> says, List<Outcome.Identity> leaves) {
		ChangePlace place = new ChangePlace(this.table, key, new LogPosition(0), new RawPosition(LOG, 0), Instant.EPOCH,
				this.transaction);
		Submission said = this.spoken.heed(place, new Submission(
				new Provenance(SourceKind.DATABASE, "activities", place.table(), key, place.trace(), Instant.EPOCH),
				new Outcome.Mapped(says, leaves)));
		return ((Outcome.Mapped) said.outcome()).absent();
	}

	private static List<Content> says(String... locals) {
		return Stream.of(locals)
			.map((local) -> new Content(Family.ACTIVITY, activity(local).entity(), new ActivityRecorded(),
					Optional.empty()))
			.toList();
	}

	private static List<Outcome.Identity> leaves(String... locals) {
		return Stream.of(locals).map(LastSpokenTests::activity).toList();
	}

	private static Outcome.Identity activity(String local) {
		return new Outcome.Identity(Family.ACTIVITY, new EntityId(new AgencyId("codi"), local));
	}

	private static String keyless(long offset) {
		return ChangePlace.keyless(new RawPosition(LOG, offset));
	}

}
