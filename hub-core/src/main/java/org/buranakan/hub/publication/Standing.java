package org.buranakan.hub.publication;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.buranakan.hub.view.Statement;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far publication has come, and where the view stands.
 *
 * @param composition of the rows that were published
 * @param upto the first transaction whose changes are not published, and the first that
 * may still be open
 * @param compare families whose rows are all to be compared
 * @param rebuilding whether the view is known to be folded again
 * @param behind whether a log stands before its position at the last publication
 * @param missed whether something may have changed that nothing tells of
 * @param moved whether anything may have changed
 * @param deriving whether derived rows are still behind facts that are folded again
 */
record Standing(String composition, Span upto, Set<RowFamily> compare, boolean rebuilding, boolean behind,
		boolean missed, boolean moved, boolean deriving) {

	private static final String STANDING = Statement.of(Standing.class, "standing.sql");

	/** Of transactions: from inclusive, upto exclusive. */
	record Span(String from, String upto) {
	}

	static Standing read(JdbcClient database) {
		return database.sql(STANDING).query((row, number) -> {
			Set<RowFamily> compare = EnumSet.noneOf(RowFamily.class);
			Arrays.stream((String[]) row.getArray("compare").getArray()).map(RowFamily::of).forEach(compare::add);
			return new Standing(row.getString("composition"),
					new Span(row.getString("published_upto"), row.getString("settled")), compare,
					row.getBoolean("rebuilding"), row.getBoolean("behind"), row.getBoolean("missed"),
					row.getBoolean("moved"), row.getBoolean("deriving"));
		}).single();
	}

	/** Whether there is nothing to do for rows that are composed so. */
	boolean isIdle(String composition) {
		return !this.moved && this.compare.isEmpty() && !this.rebuilding && !this.behind && !this.missed
				&& this.composition.equals(composition);
	}

	/**
	 * The view is folded again and not yet where it stood: what it shows meanwhile was
	 * shown before.
	 */
	boolean isHeld() {
		return this.behind || this.deriving;
	}

	/** Whether every row is to be compared. */
	boolean isDoubted(String composition) {
		return this.rebuilding || this.missed || !this.composition.equals(composition);
	}

}
