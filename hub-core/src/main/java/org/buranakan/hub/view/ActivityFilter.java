package org.buranakan.hub.view;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which activities, or lines of the action plan; all terms must hold.
 *
 * @param zone agency whose provinces are meant, as reference data states them, for
 * example {@code pacc-zone-1}
 * @param province two digits
 * @param area of any level: a tambon has six digits
 * @param agency that states it
 * @param fiscalYear of the Buddhist era, for example 2565; any day in it counts
 * @param kind of activity; {@code milestone} for milestones of plans
 * @param status symbol of the activity's or milestone's status
 * @param q Thai or English text
 * @param from first day, common era; any day from then on counts
 * @param to last day, inclusive
 */
public record ActivityFilter(@Nullable String zone, @Nullable String province, @Nullable String area,
		@Nullable String agency, @Nullable Integer fiscalYear, @Nullable String kind, @Nullable String status,
		@Nullable String q, @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
		@Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

	/** The form of a statement that this filter is asked by. */
	public String form(ByPlace statement) {
		return statement.of(this.zone, this.province, this.area);
	}

	/** The checked terms, of which the status is one of the symbols. */
	public <E extends Enum<E>> Terms terms(Class<E> statuses) {
		return new Terms().code("zone", this.zone)
			.province(this.province)
			.area(this.area)
			.code("agency", this.agency)
			.fiscalYear(this.fiscalYear)
			.code("kind", this.kind)
			.status(this.status, statuses)
			.text(this.q)
			.period(this.from, this.to);
	}

}
