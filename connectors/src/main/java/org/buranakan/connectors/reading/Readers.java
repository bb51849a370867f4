package org.buranakan.connectors.reading;

/** The readers there are; a profile chooses among them by name. */
public final class Readers {

	private Readers() {
	}

	/** Text, tidied: String. */
	public static Reader text() {
		return new TextReader();
	}

	/** Baht: Long of satang. */
	public static Reader money() {
		return new Bounded(new Remembering(new MoneyReader(), null));
	}

	/** A count, zero or more: Long. */
	public static Reader quantity() {
		return new Bounded(new Remembering(new QuantityReader(), null));
	}

	/** Yes or no: Boolean. */
	public static Reader yesNo() {
		return new Bounded(new Remembering(new YesNoReader(), null));
	}

	/** A date: LocalDate of the common era. */
	public static Reader date(Era era) {
		return new Bounded(new Remembering(new DateReader(era), null));
	}

	/** The same, where a bare number counts days as spreadsheets do. */
	public static Reader date(Era era, Serials serials) {
		return new Bounded(new Remembering(new DateReader(era, serials), null));
	}

	/** A stretch of days: {@link Period}. */
	public static Reader period(Era era) {
		return new Bounded(new Remembering(new PeriodReader(era), null));
	}

	/** A fiscal year: Integer, the common-era year in which it ends. */
	public static Reader fiscalYear(Era era) {
		return new Bounded(new Remembering(new FiscalYearReader(era), null));
	}

	/** An area: String, its official code. */
	public static Reader area(KnownAreas known, AreaScope scope) {
		return new Bounded(new Remembering(new AreaReader(known, scope), known::edition));
	}

	/** A code of a list: String. */
	public static Reader code(CodeList list, KnownCodes known) {
		return new Bounded(new Remembering(new CodeReader(list, known), known::edition));
	}

}
