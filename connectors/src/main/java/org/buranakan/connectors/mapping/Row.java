package org.buranakan.connectors.mapping;

import java.util.List;

import org.buranakan.connectors.reading.Offered;

/**
 * One row of a source, whatever its kind: columns are called as the profile calls them.
 */
public interface Row {

	/** The value in a column; nothing where the row has no such column. */
	Offered at(String column);

	/**
	 * Whether the source has the column at all, filled or not. Who cannot tell says
	 * whether it is filled.
	 */
	default boolean has(String column) {
		return !(at(column) instanceof Offered.Nothing);
	}

	/** The parts of a list in a column, each a row of its own; empty if there is none. */
	List<Row> items(String column);

	/** Where the row stands in its container, the same whenever it is read again. */
	String place();

	/** Where the value of the column stands, as an officer would look for it. */
	String cell(String column);

	/** What the source itself calls the column: heading, column name, JSON pointer. */
	String heading(String column);

	/** What holds the row: table, file digest, request id. */
	String container();

	/** The place with whatever else leads back to this reading, such as an LSN. */
	default String trace() {
		return place();
	}

}
