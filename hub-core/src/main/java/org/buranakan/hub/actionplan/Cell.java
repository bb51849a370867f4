package org.buranakan.hub.actionplan;

import java.math.BigDecimal;

/**
 * What stands in one cell of the plan as a table.
 */
sealed interface Cell {

	Cell BLANK = new Words("");

	record Words(String text) implements Cell {

	}

	record Count(long number) implements Cell {

	}

	/** Money, in satang. */
	record Money(long satang) implements Cell {

		BigDecimal baht() {
			return BigDecimal.valueOf(this.satang, 2);
		}

	}

}
