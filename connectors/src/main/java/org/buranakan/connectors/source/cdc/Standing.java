package org.buranakan.connectors.source.cdc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;

/**
 * What the raw topics tell since rows were read again, up to where changes were settled:
 * which entities some row speaks of, or may speak of, and which record is a row's last.
 * Whatever is not certain counts as standing.
 */
final class Standing {

	private final Set<Outcome.Identity> entities = new HashSet<>();

	private final Map<String, Rows> tables = new HashMap<>();

	void see(TableSource table, Change change) {
		Rows rows = this.tables.computeIfAbsent(table.name(), (name) -> new Rows());
		switch (change) {
			case Change.Stands stands -> {
				rows.see(change.place());
				table.translation()
					.submission(stands, List.of())
					.ifPresent((submission) -> stands(rows, submission.outcome(),
							table.translation().possible(stands.row())));
			}
			case Change.Unreadable(ChangePlace place, var _, Optional<CapturedRow> row) -> {
				rows.see(place);
				mayStand(rows, row.map(table.translation()::possible).orElse(Optional.empty()));
			}
			case Change.Vanished ignored -> rows.see(change.place());
			case Change.Emptied ignored -> rows.emptied = true;
			case Change.Marker ignored -> {
			}
		}
	}

	private void stands(Rows rows, Outcome outcome, Optional<List<Outcome.Identity>> possible) {
		switch (outcome) {
			case Outcome.Mapped(List<Content> present, List<Outcome.Identity> absent) -> {
				// Of a period whose column the table lacks the row says nothing at all.
				possible.ifPresent(
						(any) -> any.stream().filter((entity) -> !absent.contains(entity)).forEach(this.entities::add));
				present
					.forEach((content) -> this.entities.add(new Outcome.Identity(content.family(), content.entity())));
			}
			case Outcome.Refused ignored -> mayStand(rows, possible);
		}
	}

	private void mayStand(Rows rows, Optional<List<Outcome.Identity>> possible) {
		possible.ifPresentOrElse(this.entities::addAll, () -> rows.unclear = true);
	}

	/** Whether no row speaks of the entity any more. */
	boolean isGone(Outcome.Identity entity) {
		return !this.entities.contains(entity);
	}

	/** Whether it is known of each row of the table what it may speak of. */
	boolean isClear(String table) {
		return !rows(table).unclear;
	}

	/**
	 * Whether the table was emptied meanwhile: rows that were read before it may have
	 * been written behind it.
	 */
	boolean wasEmptied(String table) {
		return rows(table).emptied;
	}

	/** How many different rows of the table were told of. */
	int told(String table) {
		return rows(table).last.size();
	}

	/** Whether nothing later tells of the row. */
	boolean isLast(ChangePlace place) {
		return rows(place.table()).last.getOrDefault(place.key(), -1L) == place.raw().offset();
	}

	private Rows rows(String table) {
		return this.tables.getOrDefault(table, new Rows());
	}

	/** The rows of a table. */
	private static final class Rows {

		/** The offset of a row's last record, by its key. */
		private final Map<String, Long> last = new HashMap<>();

		private boolean unclear;

		private boolean emptied;

		void see(ChangePlace place) {
			this.last.put(place.key(), place.raw().offset());
		}

	}

}
