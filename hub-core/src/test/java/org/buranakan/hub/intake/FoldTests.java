package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.buranakan.hub.intake.Outcome.Applied;
import org.buranakan.hub.intake.Outcome.Rejected;
import org.buranakan.hub.intake.Outcome.Stale;
import org.buranakan.schemas.record.BusinessDateStated;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoldTests {

	private final Fold<BusinessDateStated> fold = new Fold<>(
			Map.of("known", new Standing(3, new ContentHash("a"), Set.of(DirtyKey.area("110101")))));

	@Test
	void aHigherRevisionAppliesAndDirtiesWhatWasAndIsTouched() {
		// When
		Outcome outcome = this.fold.add(fact("known", 4, "b", "200101"));
		// Then
		assertThat(outcome).isInstanceOf(Applied.class);
		assertThat(this.fold.dirty()).containsExactlyInAnyOrder(DirtyKey.area("110101"), DirtyKey.area("200101"));
	}

	@Test
	void aLowerRevisionIsStaleWhateverItSays() {
		assertThat(this.fold.add(fact("known", 2, "b", "200101"))).isInstanceOf(Stale.class);
		assertThat(this.fold.dirty()).isEmpty();
	}

	@Test
	void anEqualRevisionIsStaleWithEqualContentAndRejectedWithOther() {
		assertThat(this.fold.add(fact("known", 3, "a", "200101"))).isInstanceOf(Stale.class);
		assertThat(this.fold.add(fact("known", 3, "b", "200101"))).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.code()).isEqualTo(RejectionCode.CONTRADICTION));
	}

	@Test
	void ofSeveralRevisionsInABatchTheHighestDecidesTheRow() {
		// When
		this.fold.add(fact("new", 1, "a", "110101"));
		this.fold.add(fact("new", 3, "c", "110103"));
		this.fold.add(fact("new", 2, "b", "110102"));
		// Then
		assertThat(this.fold.winners()).singleElement().satisfies((fact) -> assertThat(fact.revision()).isEqualTo(3));
	}

	private static Fact<BusinessDateStated> fact(String id, long revision, String hash, String area) {
		return new Fact<>(id, revision, null, "", null, Instant.EPOCH, new BusinessDateStated(), 1, revision,
				new ContentHash(hash), Set.of(DirtyKey.area(area)));
	}

}
