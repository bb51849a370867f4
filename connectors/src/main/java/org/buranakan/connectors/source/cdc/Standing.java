package org.buranakan.connectors.source.cdc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;

/** What rows that were all read again say: the entities that stand. */
final class Standing {

	private final Set<Outcome.Identity> entities = new HashSet<>();

	private final Set<String> unclear = new HashSet<>();

	void see(TableSource table, Change change) {
		switch (change) {
			case Change.Stands stands -> table.translation().submission(stands, List.of()).ifPresent((submission) -> {
				switch (submission.outcome()) {
					case Outcome.Mapped(List<Content> present, var _) -> present.forEach(
							(content) -> this.entities.add(new Outcome.Identity(content.family(), content.entity())));
					case Outcome.Refused ignored -> this.unclear.add(stands.place().key());
				}
			});
			case Change.Unreadable unreadable -> this.unclear.add(unreadable.place().key());
			case Change.Vanished ignored -> {
			}
			case Change.Emptied ignored -> {
			}
			case Change.Marker ignored -> {
			}
		}
	}

	/**
	 * Whether no row speaks of the entity any more.
	 * @param key of the row that spoke of it last: while that one is refused nobody knows
	 */
	boolean isGone(Outcome.Identity entity, String key) {
		return !this.entities.contains(entity) && !this.unclear.contains(key);
	}

}
