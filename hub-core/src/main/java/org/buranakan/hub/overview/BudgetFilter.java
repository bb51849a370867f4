package org.buranakan.hub.overview;

import org.buranakan.hub.view.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Which budget lines; all terms must hold.
 *
 * @param province two digits
 * @param area of any level
 * @param agency that posts
 * @param fiscalYear of the Buddhist era, for example 2565
 * @param budgetLine the agency's code of the line
 * @param q Thai or English text
 */
record BudgetFilter(@Nullable String province, @Nullable String area, @Nullable String agency,
		@Nullable Integer fiscalYear, @Nullable String budgetLine, @Nullable String q) {

	Terms terms() {
		return new Terms().province(this.province)
			.area(this.area)
			.code("agency", this.agency)
			.fiscalYear(this.fiscalYear)
			.code("budgetLine", this.budgetLine)
			.text(this.q);
	}

}
