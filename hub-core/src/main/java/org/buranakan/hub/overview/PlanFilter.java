package org.buranakan.hub.overview;

import org.buranakan.hub.view.Terms;
import org.buranakan.schemas.event.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which plans; all terms must hold.
 *
 * @param province two digits
 * @param area of any level, that the plan names
 * @param agency that states it
 * @param fiscalYear of the Buddhist era, for example 2565
 * @param status symbol of the plan's status
 * @param q Thai or English text
 */
record PlanFilter(@Nullable String province, @Nullable String area, @Nullable String agency,
		@Nullable Integer fiscalYear, @Nullable String status, @Nullable String q) {

	Terms terms() {
		return new Terms().province(this.province)
			.area(this.area)
			.code("agency", this.agency)
			.fiscalYear(this.fiscalYear)
			.status(this.status, PlanStatus.class)
			.text(this.q);
	}

}
