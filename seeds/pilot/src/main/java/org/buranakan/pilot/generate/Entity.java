package org.buranakan.pilot.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;

/**
 * One generated entity: everything about it follows from the seed, its agency and its
 * number.
 *
 * @param number from 0, across all families of the agency
 */
record Entity(long seed, String agency, long number) {

	/** Entities are generated in blocks; within one they refer to each other. */
	static final int BLOCK = 64;

	private static final Instant BEGINNING = Instant.parse("2021-10-04T01:30:00Z");

	static Entity inBlock(Entity neighbour, Family family, int index) {
		long block = neighbour.number - neighbour.number % BLOCK;
		return new Entity(neighbour.seed, neighbour.agency, block + firstInBlock(family) + index);
	}

	static int perBlock(Family family) {
		return switch (family) {
			case PLAN -> 4;
			case ACTIVITY -> 20;
			case BUDGET -> 30;
			case COMPLAINT -> 6;
			case AGREEMENT -> 3;
			case ANSWER -> 1;
		};
	}

	Family family() {
		for (Family family : Family.values()) {
			if (place() < firstInBlock(family) + perBlock(family)) {
				return family;
			}
		}
		throw new IllegalStateException("A block has no place " + place());
	}

	/** From 0, among the entities of its family in its block. */
	int index() {
		return place() - firstInBlock(family());
	}

	/** How many revisions it comes to have; a posting is final. */
	int revisions() {
		return switch (family()) {
			case PLAN -> 1 + dice(0).below(3);
			case ACTIVITY -> 1 + dice(0).below(4);
			case BUDGET -> 1;
			case COMPLAINT, AGREEMENT, ANSWER -> 1 + dice(0).below(2);
		};
	}

	String id() {
		return entityId().toString();
	}

	UUID eventId(long revision) {
		return EventId.of(family(), entityId(), revision).value();
	}

	Instant occurredAt(long revision) {
		return BEGINNING.plus(Duration.ofSeconds(37 * (this.number % 200_000)))
			.plus(Duration.ofDays(9 * (revision - 1)));
	}

	Source source(long revision) {
		return new Source(SourceKind.DIRECT, "generator", "seed-" + this.seed, this.number + "/" + revision);
	}

	/** A day of fiscal year 2565 that suits its number. */
	LocalDate day(Dice dice) {
		return LocalDate.of(2021, 10, 1).plusDays(dice.below(350));
	}

	/** The salt tells apart what is thrown for it. */
	Dice dice(long salt) {
		long mixed = this.seed * 0x9E3779B97F4A7C15L + this.agency.hashCode();
		return new Dice((mixed ^ (this.number + 1)) * 0xBF58476D1CE4E5B9L + salt);
	}

	private EntityId entityId() {
		return new EntityId(new AgencyId(this.agency), "G" + this.seed + "-" + family().code() + "-" + this.number);
	}

	private static int firstInBlock(Family family) {
		int first = 0;
		for (Family before : Family.values()) {
			if (before == family) {
				break;
			}
			first += perBlock(before);
		}
		return first;
	}

	private int place() {
		return (int) (this.number % BLOCK);
	}

}
