package org.buranakan.pilot.nation;

import java.time.LocalDate;

import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.BudgetPosted;
import org.jspecify.annotations.Nullable;

/**
 * One budget line of an agency in one area and fiscal year. Days count from the first of
 * its year; amounts are baht.
 */
final class Line {

	private final World world;

	private final String agency;

	private final String code;

	private final String area;

	private final LocalDate begins;

	private final @Nullable String activity;

	private Line(World world, String agency, String code, String area, LocalDate begins, @Nullable String activity) {
		this.world = world;
		this.agency = agency;
		this.code = code;
		this.area = area;
		this.begins = begins;
		this.activity = activity;
	}

	/** A line of its own, of the year that is under way. */
	static Line of(World world, String agency, String area) {
		return new Line(world, agency, world.papers().newLine(), area, LocalDate.of(Papers.YEAR - 1, 10, 1), null);
	}

	/** The same of the year before, which is over. */
	Line ofLastYear() {
		return new Line(this.world, this.agency, this.code, this.area, this.begins.minusYears(1), this.activity);
	}

	Line in(String other) {
		return new Line(this.world, this.agency, this.code, other, this.begins, this.activity);
	}

	Line forActivity(String id) {
		return new Line(this.world, this.agency, this.code, this.area, this.begins, id);
	}

	/** Not published yet. */
	BudgetPosted.Builder posting(BudgetPhase phase, long baht, int day) {
		BudgetPosted.Builder posting = this.world.papers()
			.posting(this.agency, this.code, this.area, phase, baht, this.begins.plusDays(day));
		posting.setFiscalYear(this.begins.getYear() + 1);
		posting.setActivity(this.activity);
		return posting;
	}

	Line approved(long baht, int day) {
		return posted(BudgetPhase.APPROVED, baht, day);
	}

	Line allotted(long baht, int day) {
		return posted(BudgetPhase.ALLOTTED, baht, day);
	}

	/** Approved and allotted at the beginning of the year. */
	Line funded(long baht) {
		return approved(baht, 2).allotted(baht, 9);
	}

	/** By a method that knows no limit. */
	BudgetPosted.Builder payment(long baht, int day) {
		BudgetPosted.Builder payment = posting(BudgetPhase.DISBURSED, baht, day);
		payment.setProcurement("open");
		payment.setRecipient("council-" + this.area);
		return payment;
	}

	Line paid(long baht, int day) {
		this.world.publish(payment(baht, day));
		return this;
	}

	/** What comes back of what was paid. */
	Line returned(long baht, int day) {
		return posted(BudgetPhase.RETURNED, -baht, day);
	}

	Line posted(BudgetPhase phase, long baht, int day) {
		this.world.publish(posting(phase, baht, day));
		return this;
	}

	/** Takes the posting back on that day. */
	Line reversed(BudgetPosted.Builder posting, int day) {
		this.world.publish(this.world.papers().reversal(posting, this.begins.plusDays(day)));
		return this;
	}

	String agency() {
		return this.agency;
	}

	/** {@code <agency>:<line>}. */
	String code() {
		return this.agency + ":" + this.code;
	}

	/** {@code <agency>:<line>:<year>}. */
	String year() {
		return code() + ":" + (this.begins.getYear() + 1);
	}

	/** {@code <agency>:<line>:<year>:<area>}. */
	String place() {
		return year() + ":" + this.area;
	}

}
