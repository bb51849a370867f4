package org.buranakan.hub.progress;

import java.util.List;

import org.buranakan.hub.view.Named;
import org.jspecify.annotations.Nullable;

/**
 * Citizens' complaints as agencies counted them, by the fiscal year in which the period
 * of a count ends.
 *
 * @param fiscalYear of the Buddhist era
 * @param severalMonths counts whose period lies in no single month
 * @param topics by what the complaints are about; null for counts that do not state it
 */
record ComplaintCounts(@Nullable Integer fiscalYear, Figures all, List<InMonth> months, Figures severalMonths,
		List<Of> provinces, List<Of> channels, List<Of> topics) {

	/**
	 * @param pending received less resolved; where a count states no resolved, what it
	 * states as pending
	 * @param unstated counts that state neither resolved nor pending: of these it cannot
	 * be told what became of them
	 */
	record Figures(long received, long resolved, long pending, long counts, long unstated) {

	}

	record InMonth(FiscalMonth month, Figures figures) {

	}

	record Of(@Nullable Named of, Figures figures) {

	}

}
