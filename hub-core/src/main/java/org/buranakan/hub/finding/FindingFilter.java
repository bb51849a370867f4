package org.buranakan.hub.finding;

import org.buranakan.hub.view.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Which findings; all terms must hold.
 *
 * @param province two digits
 * @param area of any level
 * @param agency concerned
 * @param rule id of the rule
 * @param status any where none is named; resolved ones come last
 * @param q Thai or English text
 */
record FindingFilter(@Nullable String province, @Nullable String area, @Nullable String agency, @Nullable String rule,
		@Nullable String status, @Nullable String q) {

	Terms terms() {
		return new Terms().province(this.province)
			.area(this.area)
			.code("agency", this.agency)
			.code("rule", this.rule)
			.status(this.status, FindingStatus.class)
			.text(this.q);
	}

}
