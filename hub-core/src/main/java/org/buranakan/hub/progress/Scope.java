package org.buranakan.hub.progress;

import org.buranakan.hub.view.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Where and when; all terms must hold.
 *
 * @param zone agency whose provinces are meant, as reference data states them, for
 * example {@code pacc-zone-1}
 * @param province two digits
 * @param area of any level: a tambon has six digits
 * @param fiscalYear of the Buddhist era, for example 2565; that of the business date
 * where none is named
 */
record Scope(@Nullable String zone, @Nullable String province, @Nullable String area, @Nullable Integer fiscalYear) {

	Terms terms() {
		return new Terms().code("zone", this.zone).province(this.province).area(this.area).fiscalYear(this.fiscalYear);
	}

}
