package org.buranakan.hub.overview;

import java.util.List;

import org.buranakan.hub.view.Blocked;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.PhaseAmount;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A page of budget lines, with the totals of the whole filter.
 */
record BudgetSheet(List<Line> items, int page, int size, long total, Totals totals) {

	/**
	 * Money of one budget line in one area and fiscal year.
	 *
	 * @param fiscalYear of the Buddhist era
	 * @param postings how many postings the sums rest on; they are behind
	 * {@code /budget/postings}
	 * @param basis the weakest of its postings
	 * @param lineage the latest posting
	 */
	record Line(Named agency, String budgetLine, @Nullable Text lineTitle, int fiscalYear, Named area, Named funder,
			List<PhaseAmount> money, List<Blocked> blocked, long postings, String basis, Position lineage) {

	}

	record Totals(List<PhaseAmount> money, List<Blocked> blocked) {

	}

}
