package org.buranakan.hub.overview;

import java.time.LocalDate;

import org.buranakan.hub.view.Terms;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which postings; all terms must hold.
 *
 * @param province two digits
 * @param area of any level
 * @param agency that posts
 * @param fiscalYear of the Buddhist era, for example 2565
 * @param budgetLine the agency's code of the line
 * @param activity entity id
 * @param phase symbol
 * @param restriction code
 * @param from first day of posting, common era
 * @param to last day of posting, inclusive
 */
record PostingFilter(@Nullable String province, @Nullable String area, @Nullable String agency,
		@Nullable Integer fiscalYear, @Nullable String budgetLine, @Nullable String activity, @Nullable String phase,
		@Nullable String restriction, @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
		@Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

	Terms terms() {
		return new Terms().province(this.province)
			.area(this.area)
			.code("agency", this.agency)
			.fiscalYear(this.fiscalYear)
			.code("budgetLine", this.budgetLine)
			.code("activity", this.activity)
			.code("phase", this.phase)
			.code("restriction", this.restriction)
			.period(this.from, this.to);
	}

}
