package org.buranakan.pilot.nation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.envelope.Envelope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NationTests {

	private final List<SpecificRecord> events = new ArrayList<>();

	private final Nation nation = told(7, this.events);

	@Test
	void theSameArgumentsTellTheSame() {
		List<SpecificRecord> again = new ArrayList<>();
		Nation other = told(7, again);
		assertThat(again).isEqualTo(this.events);
		assertThat(other.truths()).isEqualTo(this.nation.truths());
		assertThat(told(8, new ArrayList<>()).truths()).isNotEqualTo(this.nation.truths());
	}

	@Test
	void aNationHasTruthsForEveryRule() {
		assertThat(this.nation.truths().stream().map(Truth::rule).collect(Collectors.toSet()))
			.containsExactlyInAnyOrder("join-up", "left-out", "not-agreed", "milestone-overdue", "unknown-plan",
					"no-committee", "agency-silent", "blocked-money", "over-disbursed", "phase-out-of-order",
					"funded-twice", "split-purchase", "year-end-rush");
	}

	@Test
	void noTwoTruthsOfARuleAreAboutTheSame() {
		Set<String> seen = new HashSet<>();
		assertThat(this.nation.truths()).allSatisfy((truth) -> assertThat(truth.about())
			.allSatisfy((name) -> assertThat(seen.add(truth.rule() + " " + name)).as(name).isTrue()));
	}

	@Test
	void everyAgencyThatPublishesIsInTheReference() {
		Set<String> agencies = this.events.stream()
			.map((event) -> Envelope.of(event).agency())
			.collect(Collectors.toSet());
		assertThat(agencies).containsExactlyInAnyOrderElementsOf(this.nation.agencies());
		assertThat(codes(this.nation, "agency")).containsAll(agencies);
	}

	@Test
	void whatIsToldOfAnEventIsKnown() {
		assertThat(this.events)
			.allSatisfy((event) -> assertThat(this.nation.story(Envelope.of(event).entityId())).isNotBlank());
	}

	@Test
	void theWholeNationHasItsProvincesAndTambons() {
		Nation whole = new Nation("n-", 77, 0, 1, this.events::add);
		assertThat(codes(whole, "area")).hasSize(77 + 927 + 7451).contains("10", "1001", "100101", "96", "961301");
		assertThat(whole.agencies()).hasSize(77 + 9 + 9);
		assertThatThrownBy(() -> new Nation("n-", 78, 0, 1, this.events::add)).hasMessageContaining("77");
	}

	private static List<String> codes(Nation nation, String kind) {
		return nation.reference()
			.stream()
			.filter((datum) -> datum.getKind().equals(kind))
			.map((datum) -> datum.getCode())
			.toList();
	}

	private static Nation told(long seed, List<SpecificRecord> events) {
		Nation nation = new Nation("n-", 12, 12_000, seed, events::add);
		nation.tell();
		return nation;
	}

}
