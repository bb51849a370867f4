package org.buranakan.hub.overview;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Position;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * One posting, as its agency published it.
 *
 * @param fiscalYear of the Buddhist era
 * @param amountSatang negative for refunds and reversals
 */
record PostingView(String id, Named agency, String budgetLine, @Nullable Text lineTitle, int fiscalYear, String phase,
		long amountSatang, Named area, LocalDate postedOn, Named funder, @Nullable Named recipient,
		@Nullable String plan, @Nullable String activity, @Nullable Named restriction, @Nullable Named procurement,
		@Nullable String reverses, @Nullable Text note, String basis, List<String> filledIn, Position lineage) {

}
