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
	 * @param pending a stock, not a sum over months: of each agency, area, channel and
	 * topic what was pending at the end of its newest period, as stated, or what was
	 * received less what was resolved since that was stated
	 * @param counts that are in the figures
	 * @param unstated counts that state neither resolved nor pending: of these it cannot
	 * be told what became of them
	 * @param overlapping counts that are in no figure, because their period begins before
	 * an earlier one of the same agency, area, channel and topic has ended
	 */
	record Figures(long received, long resolved, long pending, long counts, long unstated, long overlapping) {

	}

	record InMonth(FiscalMonth month, Figures figures) {

	}

	record Of(@Nullable Named of, Figures figures) {

	}

}
