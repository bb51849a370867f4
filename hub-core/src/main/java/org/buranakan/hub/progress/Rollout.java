package org.buranakan.hub.progress;

import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * How many of the programme's tambons had reached which stage at the end of each month.
 *
 * @param fiscalYear of the Buddhist era; null, and no months, before the first business
 * date where none was asked for
 * @param stages in their order, by which all lists of numbers go
 * @param months October first
 * @param whole all that was asked for
 * @param provinces each province of it that has programme tambons, by code
 */
record Rollout(@Nullable Integer fiscalYear, @Nullable LocalDate businessDate, List<Stage> stages,
		List<FiscalMonth> months, Standing whole, List<Standing> provinces) {

	record Stage(String stage, Text name) {

	}

	/**
	 * @param area the province; null for the whole
	 * @param tambons of the programme today, whatever they had reached
	 * @param untold per stage: of how many tambons it cannot be told
	 * @param now all that is known, whenever it was
	 * @param months as long as months are not ahead
	 */
	record Standing(@Nullable Named area, long tambons, List<Long> untold, Point now, List<Point> months) {

	}

	/**
	 * @param reached per stage: how many tambons had reached it by then, whatever else
	 * they had reached
	 * @param furthest per stage: of how many it was the furthest
	 * @param none tambons of which no stage is shown by then
	 */
	record Point(List<Long> reached, List<Long> furthest, long none) {

	}

}
