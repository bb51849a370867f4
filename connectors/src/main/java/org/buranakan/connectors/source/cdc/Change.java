package org.buranakan.connectors.source.cdc;

import java.util.Optional;

import org.buranakan.connectors.reading.Objection;

/** What one record of a raw topic says. */
sealed interface Change {

	/** Where it stands. */
	ChangePlace place();

	/**
	 * The row stands so: read by a snapshot, inserted or updated.
	 *
	 * @param before what it was, where the database tells
	 */
	record Stands(CapturedRow row, Optional<CapturedRow> before) implements Change {

		@Override
		public ChangePlace place() {
			return this.row.where();
		}

	}

	/** The row is gone; of its columns at least the primary key's are known. */
	record Vanished(CapturedRow row) implements Change {

		@Override
		public ChangePlace place() {
			return this.row.where();
		}

	}

	/** The table was emptied by {@code TRUNCATE}: all of its rows are gone. */
	record Emptied(ChangePlace place) implements Change {
	}

	/**
	 * Nothing about any row: a tombstone, which follows a deletion for the sake of
	 * compacted topics, or a marker of Debezium's own.
	 */
	record Marker(ChangePlace place) implements Change {
	}

	/**
	 * The record cannot be read; what it would have said is lost unless mended.
	 *
	 * @param row as far as there is one
	 */
	record Unreadable(ChangePlace place, Objection objection, Optional<CapturedRow> row) implements Change {
	}

}
