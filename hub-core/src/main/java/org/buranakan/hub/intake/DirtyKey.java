package org.buranakan.hub.intake;

/**
 * The key of derived rows. Only kinds that some row is derived from are written.
 *
 * @param kind area, province, budget, activity, plan, line, posting, agency, reference or
 * clock
 */
public record DirtyKey(String kind, String key) {

	private static final int PROVINCE_DIGITS = 2;

	/** An area of any level. */
	public static DirtyKey area(String code) {
		return new DirtyKey("area", code);
	}

	/** The province that an area of any level lies in. */
	public static DirtyKey province(String area) {
		boolean longer = area.length() > PROVINCE_DIGITS;
		return new DirtyKey("province", longer ? area.substring(0, area.offsetByCodePoints(0, PROVINCE_DIGITS)) : area);
	}

	public static DirtyKey activity(String id) {
		return new DirtyKey("activity", id);
	}

	public static DirtyKey plan(String id) {
		return new DirtyKey("plan", id);
	}

	/** An agency's budget line in one area and fiscal year; the id of its sums. */
	public static DirtyKey budget(String agency, String budgetLine, int fiscalYear, String area) {
		// Not by format: that spells numbers as the machine's locale does.
		return new DirtyKey("budget",
				agency + ":" + budgetLine.replace("%", "%25").replace(":", "%3A") + ":" + fiscalYear + ":" + area);
	}

	/** An agency's budget line, across areas and years. */
	public static DirtyKey line(String agency, String budgetLine) {
		return new DirtyKey("line", agency + ":" + budgetLine);
	}

	/** A posting that another one reverses. */
	public static DirtyKey posting(String id) {
		return new DirtyKey("posting", id);
	}

	/** All that an agency publishes. */
	static DirtyKey agency(String id) {
		return new DirtyKey("agency", id);
	}

	static DirtyKey parse(String text) {
		int slash = text.indexOf('/');
		return new DirtyKey(text.substring(0, slash), text.substring(slash + 1));
	}

	@Override
	public String toString() {
		return this.kind + "/" + this.key;
	}

}
