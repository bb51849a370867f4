package org.buranakan.hub.publication;

import java.util.Arrays;

import org.buranakan.hub.view.Statement;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far publication has come, and where the view stands.
 *
 * @param composition of the rows that were published
 * @param seen the snapshot whose changes are published
 * @param comparison of whole families, as far as it is still to be done
 * @param rebuilding whether the view is known to be folded again
 * @param behind whether a log stands before its position at the last publication
 * @param missed whether something may have changed that nothing tells of
 * @param moved whether anything may have changed
 * @param deriving whether derived rows are still behind facts that are folded again
 */
record Standing(String composition, String seen, Comparison comparison, boolean rebuilding, boolean behind,
		boolean missed, boolean moved, boolean deriving) {

	private static final String STANDING = Statement.of(Standing.class, "standing.sql");

	static Standing read(JdbcClient database) {
		return database.sql(STANDING)
			.query((row, number) -> new Standing(row.getString("composition"), row.getString("seen"),
					new Comparison(
							Arrays.stream((String[]) row.getArray("compare").getArray()).map(RowFamily::of).toList(),
							row.getString("compared")),
					row.getBoolean("rebuilding"), row.getBoolean("behind"), row.getBoolean("missed"),
					row.getBoolean("moved"), row.getBoolean("deriving")))
			.single();
	}

	/** Whether there is nothing to do for rows that are composed so. */
	boolean isIdle(String composition) {
		return !this.moved && this.comparison.isDone() && !this.rebuilding && !this.behind && !this.missed
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
