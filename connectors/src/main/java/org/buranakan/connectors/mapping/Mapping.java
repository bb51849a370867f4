package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.envelope.EntityId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a profile to rows. Pure but for the reference data behind its readers; safe for
 * use by several threads.
 */
public final class Mapping {

	/** Marks the postings that take back or replace another. */
	private static final String RESERVED = "~";

	/**
	 * An entity id's 200 characters less the longest mark of a posting:
	 * ~2147483647~reversed.
	 */
	private static final int LONGEST_KEY = 180;

	private static final int DEEPEST = 12;

	private static final Logger log = LoggerFactory.getLogger(Mapping.class);

	private final Profile profile;

	public Mapping(Profile profile) {
		this.profile = profile;
	}

	public Profile profile() {
		return this.profile;
	}

	/**
	 * What the row says, or why it is refused: all reasons at once. A row that trips the
	 * reading itself is refused like any other: it would stop all that come after it.
	 */
	public Outcome map(SourceProfile source, Row row) {
		try {
			return read(source, row);
		}
		catch (RuntimeException | StackOverflowError ex) {
			String trip = ex.getClass().getSimpleName();
			// The stack, without the message: that may quote the value.
			log.error("{} of {} in {} cannot be read: {} {}", row.place(), source.name(), row.container(), trip,
					Arrays.stream(ex.getStackTrace()).limit(DEEPEST).toList());
			return new Outcome.Refused(
					List.of(Refusal.of(row.place(), new Objection(RefusalCode.ROW_UNREADABLE, "", trip))));
		}
	}

	private Outcome read(SourceProfile source, Row row) {
		List<Content> present = new ArrayList<>();
		List<Outcome.Identity> absent = new ArrayList<>();
		List<Refusal> refusals = new ArrayList<>();
		for (EventProfile event : source.events()) {
			for (Row each : source.rows(event, row)) {
				if (isUndecided(event, each, refusals)) {
					continue;
				}
				Optional<EntityId> entity = entity(event, each);
				boolean says = !(each instanceof WideRow wide && wide.isBlank()) && event.when().holds(each);
				if (entity.isPresent() && says) {
					Assembly assembly = new Assembly(event, each, refusals);
					assembly.assemble(entity.get(), this.profile.basis()).ifPresent(present::add);
				}
				else if (entity.isPresent()) {
					absent.add(new Outcome.Identity(event.family(), entity.get()));
				}
				else if (says) {
					refusals.add(unusableKey(event, each));
				}
			}
		}
		// What one of the row's events says another does not take back.
		present.forEach((content) -> absent.remove(new Outcome.Identity(content.family(), content.entity())));
		return refusals.isEmpty() ? new Outcome.Mapped(present, absent) : new Outcome.Refused(refusals);
	}

	/** What a row that is gone spoke of; only its key columns need to be known. */
	public List<Outcome.Identity> vanished(SourceProfile source, Row row) {
		return source.events()
			.stream()
			.flatMap((event) -> source.goneRows(event, row)
				.stream()
				.flatMap((each) -> entity(event, each).stream())
				.map((entity) -> new Outcome.Identity(event.family(), entity)))
			.toList();
	}

	/**
	 * All that the row may speak of, whatever it says and of whichever period; empty
	 * where it does not tell whom it is of.
	 */
	public Optional<List<Outcome.Identity>> possible(SourceProfile source, Row row) {
		List<Outcome.Identity> identities = new ArrayList<>();
		for (EventProfile event : source.events()) {
			for (Row each : source.possibleRows(event, row)) {
				Optional<EntityId> entity = entity(event, each);
				if (entity.isEmpty()) {
					return Optional.empty();
				}
				identities.add(new Outcome.Identity(event.family(), entity.get()));
			}
		}
		return Optional.of(identities);
	}

	/** What is no value tells neither whom a row is of nor whether it says something. */
	private static boolean isUndecided(EventProfile event, Row row, List<Refusal> refusals) {
		boolean undecided = false;
		for (String column : event.deciding()) {
			if (row.at(column) instanceof Offered.Structure) {
				undecided = true;
				refusals.add(new Refusal(Optional.of(event.family()), row.heading(column), row.cell(column),
						new Objection(RefusalCode.VALUE_STRUCTURED, "", "")));
			}
		}
		return undecided;
	}

	private Optional<EntityId> entity(EventProfile event, Row row) {
		return event.key()
			.fill(row)
			.filter((local) -> !local.contains(RESERVED) && local.length() <= LONGEST_KEY)
			.flatMap((local) -> EntityId.of(this.profile.agency(), local));
	}

	private static Refusal unusableKey(EventProfile event, Row row) {
		List<String> columns = event.key().columns();
		String column = columns.isEmpty() ? "" : columns.getFirst();
		return new Refusal(Optional.of(event.family()), row.heading(column), row.cell(column),
				new Objection(RefusalCode.KEY_UNUSABLE, row.at(column).text(), ""));
	}

}
