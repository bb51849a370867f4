package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;

import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowNamesTests {

	private final SourceProfile wide = new WideBudget().mapping().profile().sources().getFirst();

	@Test
	void aWideRowIsKnownByItsKeyWithoutThePeriodAndByTheKeysOfItsOtherEvents() {
		assertThat(names("P1")).containsExactlyInAnyOrder("ACTIVITY P1", "BUDGET P1-·");
	}

	@Test
	void whateverPeriodAnEntityIsOfItsRowIsKnown() {
		// Given
		RowNames names = new RowNames(this.wide);
		// Then
		assertThat(names.of(identity(Family.BUDGET, "P1-FY2565"))).containsExactly("BUDGET P1-·");
		assertThat(names.of(identity(Family.BUDGET, "P1-FY2590"))).containsExactly("BUDGET P1-·");
		assertThat(names.of(identity(Family.ACTIVITY, "P1"))).containsExactly("ACTIVITY P1");
	}

	@Test
	void aRowWhoseOwnNumberLooksLikeAPeriodIsKnownToo() {
		assertThat(new RowNames(this.wide).of(identity(Family.BUDGET, "FY2565-FY2566")))
			.containsAll(names("FY2565").stream().filter((name) -> name.startsWith("BUDGET")).toList());
	}

	@Test
	void whatNoRowOfTheSourceCanHaveStatedIsKnownByNone() {
		// Given
		RowNames names = new RowNames(this.wide);
		// Then
		assertThat(names.of(identity(Family.BUDGET, "P1-2565-Q2"))).isEmpty();
		assertThat(names.of(identity(Family.PLAN, "P1"))).isEmpty();
	}

	@Test
	void aKeyWithTheAmountInItTellsNoRow() {
		// Given
		SourceProfile source = new WideBudget(WideBudget.PROFILE.replace("{id}-{period}", "{id}-{period}-{amount}"))
			.mapping()
			.profile()
			.sources()
			.getFirst();
		// Then
		assertThat(new RowNames(source).of(identity(Family.BUDGET, "P1-FY2565-100"))).isEmpty();
	}

	private List<String> names(String id) {
		return new RowNames(this.wide).of(new HeadedRow(this.wide, Map.of("รหัส", id)));
	}

	private static Outcome.Identity identity(Family family, String local) {
		return new Outcome.Identity(family, new EntityId(new AgencyId("codi"), local));
	}

}
