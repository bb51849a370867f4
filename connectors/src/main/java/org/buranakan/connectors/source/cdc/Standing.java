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
 * Which entities some row of a snapshot speaks of, or may speak of, and what changes have
 * told since. Whatever is not certain counts as standing.
 */
final class Standing {

	private final Set<Outcome.Identity> entities = new HashSet<>();

	private final Map<String, Later> later = new HashMap<>();

	/** The tables of which not every row tells what it may speak of. */
	private final Set<String> unclear = new HashSet<>();

	private final Set<String> keyless = new HashSet<>();

	/** What changes that the snapshot does not show have told of a table. */
	private static final class Later {

		private final Set<String> rows = new HashSet<>();

		private final Set<Outcome.Identity> entities = new HashSet<>();

		private boolean whole;

		private boolean anyRow;

	}

	/** A row of the snapshot. */
	void row(TableSource table, Change change) {
		speaks(table, change, this.entities);
		if (change.place().isKeyless()) {
			this.keyless.add(table.name());
		}
	}

	/** A change that the snapshot does not show. */
	void later(TableSource table, Change change) {
		Later told = this.later.computeIfAbsent(table.name(), (name) -> new Later());
		told.rows.add(change.place().key());
		speaks(table, change, told.entities);
		if (change instanceof Change.Stands(var _, Optional<CapturedRow> before)) {
			before.flatMap(table.translation()::possible).ifPresent(told.entities::addAll);
		}
		// Of a row that nobody can tell apart any row may be.
		boolean anyRow = change.place().isKeyless() && !isClear(table.name());
		told.anyRow |= anyRow;
		told.whole |= change instanceof Change.Emptied;
		this.entities.addAll(told.entities);
	}

	private void speaks(TableSource table, Change change, Set<Outcome.Identity> into) {
		Optional<List<Outcome.Identity>> possible = possible(table, change);
		if (change instanceof Change.Stands stands) {
			table.translation()
				.submission(stands, List.of())
				.ifPresent((submission) -> stands(table, submission.outcome(), possible, into));
		}
		else {
			may(table, possible, into);
		}
	}

	private void stands(TableSource table, Outcome outcome, Optional<List<Outcome.Identity>> possible,
			Set<Outcome.Identity> into) {
		switch (outcome) {
			case Outcome.Mapped(List<Content> present, List<Outcome.Identity> absent) -> {
				// Of a period whose column the table lacks the row says nothing at all.
				possible
					.ifPresent((any) -> any.stream().filter((entity) -> !absent.contains(entity)).forEach(into::add));
				present.forEach((content) -> into.add(new Outcome.Identity(content.family(), content.entity())));
			}
			case Outcome.Refused _ -> may(table, possible, into);
		}
	}

	private void may(TableSource table, Optional<List<Outcome.Identity>> possible, Set<Outcome.Identity> into) {
		possible.ifPresentOrElse(into::addAll, () -> this.unclear.add(table.name()));
	}

	/** Whether no row speaks of the entity any more. */
	boolean isGone(Outcome.Identity entity) {
		return !this.entities.contains(entity);
	}

	/** Whether the rows of the table cannot be told apart. */
	boolean isKeyless(TableSource table) {
		return this.keyless.contains(table.name());
	}

	/** Whether a change has told since of nobody knows which of its rows. */
	boolean isOutOfDate(TableSource table) {
		Later told = this.later.get(table.name());
		return told != null && told.anyRow;
	}

	/** Whether it is known of each row of the table what it may speak of. */
	boolean isClear(String table) {
		return !this.unclear.contains(table);
	}

	/**
	 * Whether changes have told of the row since, or of something that it may speak of:
	 * then what the snapshot shows of it is out of date.
	 */
	boolean isOutOfDate(TableSource table, Change row) {
		Later told = this.later.get(table.name());
		if (told == null) {
			return false;
		}
		return told.whole || told.rows.contains(row.place().key())
				|| possible(table, row).stream().flatMap(List::stream).anyMatch(told.entities::contains);
	}

	private static Optional<List<Outcome.Identity>> possible(TableSource table, Change change) {
		return switch (change) {
			case Change.Stands(CapturedRow row, var _) -> table.translation().possible(row);
			case Change.Vanished(CapturedRow row) -> table.translation().possible(row);
			case Change.Unreadable(var _, var _, Optional<CapturedRow> row) ->
				row.flatMap(table.translation()::possible);
			case Change.Emptied _, Change.Marker _ -> Optional.of(List.of());
		};
	}

}
