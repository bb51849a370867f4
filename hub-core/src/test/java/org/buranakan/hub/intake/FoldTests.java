package org.buranakan.hub.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.buranakan.hub.intake.Outcome.Applied;
import org.buranakan.hub.intake.Outcome.Rejected;
import org.buranakan.hub.intake.Outcome.Stale;
import org.buranakan.schemas.record.BusinessDateStated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoldTests {

	private final Fold<BusinessDateStated> fold = new Fold<>();

	@BeforeEach
	void oneIsKnown() {
		this.fold.know(Map.of("known", new Standing(3, hash("a"))));
	}

	@Test
	void higherRevisionsApplyAndReplaceWhatStood() {
		// When
		Outcome outcome = this.fold.add(fact("known", 4, "b"));
		this.fold.add(fact("known", 5, "c"));
		// Then
		assertThat(outcome).isInstanceOf(Applied.class);
		assertThat(this.fold.replaced()).containsExactly(Map.entry("known", new Standing(3, hash("a"))));
	}

	@Test
	void aLowerRevisionIsStaleWhateverItSays() {
		assertThat(this.fold.add(fact("known", 2, "b"))).isInstanceOf(Stale.class);
		assertThat(this.fold.replaced()).isEmpty();
	}

	@Test
	void anEqualRevisionIsStaleWithEqualContentAndRejectedWithOther() {
		assertThat(this.fold.add(fact("known", 3, "a"))).isInstanceOf(Stale.class);
		assertThat(this.fold.add(fact("known", 3, "b"))).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.code()).isEqualTo(RejectionCode.CONTRADICTION));
	}

	@Test
	void ofSeveralRevisionsInABatchTheHighestDecidesTheRow() {
		// When
		this.fold.add(fact("new", 1, "a"));
		this.fold.add(fact("new", 3, "c"));
		this.fold.add(fact("new", 2, "b"));
		// Then
		assertThat(this.fold.winners()).singleElement().satisfies((fact) -> assertThat(fact.revision()).isEqualTo(3));
	}

	private static Fact<BusinessDateStated> fact(String id, long revision, String content) {
		return new Fact<>(id, revision, null, "", null, Instant.EPOCH, new BusinessDateStated(), 1, revision,
				hash(content), Set.of());
	}

	private static ContentHash hash(String content) {
		return new ContentHash(content.hashCode(), 0, 0, 0);
	}

}
