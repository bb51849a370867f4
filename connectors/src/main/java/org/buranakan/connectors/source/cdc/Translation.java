package org.buranakan.connectors.source.cdc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.mapping.Gone;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.publish.Provenance;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.SourceKind;

/** What the changes of one table mean to the publisher. */
record Translation(Mapping mapping, SourceProfile source) {

	/**
	 * What to submit; empty for what says nothing.
	 * @param published what the agency's topics hold of the table, for one that is
	 * emptied
	 */
	Optional<Submission> submission(Change change, List<Outcome.Identity> published) {
		return switch (change) {
			case Change.Stands stands -> Optional.of(stands(stands));
			case Change.Vanished(CapturedRow row) -> vanished(row);
			case Change.Emptied(ChangePlace place) -> gone(place, published);
			case Change.Marker ignored -> Optional.empty();
			case Change.Unreadable(ChangePlace place, Objection objection, var _) ->
				Optional.of(refused(place, objection));
		};
	}

	/** All that the row may speak of; empty where it does not tell whom it is of. */
	Optional<List<Outcome.Identity>> possible(CapturedRow row) {
		return this.mapping.possible(this.source, row);
	}

	/**
	 * What a row was that trips the mapping refuses the row like any other reason.
	 */
	private Submission stands(Change.Stands change) {
		CapturedRow row = change.row();
		try {
			Outcome outcome = this.mapping.map(this.source, row);
			return new Submission(provenance(row.where()),
					change.before()
						.<Outcome>map((before) -> withMoved(outcome, this.mapping.vanished(this.source, before)))
						.orElse(outcome));
		}
		catch (RuntimeException | StackOverflowError ex) {
			return refused(row.where(),
					new Objection(RefusalCode.CHANGE_UNREADABLE, "", ex.getClass().getSimpleName()));
		}
	}

	/** A deletion that does not tell whose it is must not pass for one of nothing. */
	private Optional<Submission> vanished(CapturedRow row) {
		List<Outcome.Identity> entities = this.mapping.vanished(this.source, row);
		return (entities.isEmpty() && this.source.gone() == Gone.WITHDRAWN)
				? Optional.of(refused(row.where(),
						new Objection(RefusalCode.VALUE_NOT_CAPTURED, "", "ที่เป็นรหัส / of the key")))
				: gone(row.where(), entities);
	}

	/** Open refusals of the row are resolved in either case. */
	private Optional<Submission> gone(ChangePlace place, List<Outcome.Identity> entities) {
		return Optional.of(new Submission(provenance(place),
				new Outcome.Mapped(List.of(), (this.source.gone() == Gone.WITHDRAWN) ? entities : List.of())));
	}

	/** A row that now speaks of other entities has left those it spoke of before. */
	private static Outcome withMoved(Outcome outcome, List<Outcome.Identity> before) {
		return switch (outcome) {
			case Outcome.Refused refused -> refused;
			case Outcome.Mapped(var present, var absent) -> {
				List<Outcome.Identity> left = new ArrayList<>(before);
				left.removeAll(absent);
				present.forEach((content) -> left.remove(new Outcome.Identity(content.family(), content.entity())));
				left.addAll(absent);
				yield new Outcome.Mapped(present, left);
			}
		};
	}

	private Submission refused(ChangePlace place, Objection objection) {
		return new Submission(provenance(place), new Outcome.Refused(List.of(Refusal.of(place.key(), objection))));
	}

	private Provenance provenance(ChangePlace place) {
		return new Provenance(SourceKind.DATABASE, this.source.name(), place.table(), place.key(), place.trace(),
				place.at());
	}

}
