package org.buranakan.connectors.mapping;

import java.util.Optional;

import org.buranakan.connectors.reading.Objection;
import org.buranakan.schemas.topic.Family;

/**
 * One reason why a row is refused.
 *
 * @param family of the event that the row would have given, where that is known
 * @param heading what the source calls the field; empty if the whole row is meant
 * @param cell where the value stands
 */
public record Refusal(Optional<Family> family, String heading, String cell, Objection objection) {

	/** A refusal of the whole row, or of something that is not even a row. */
	public static Refusal of(String place, Objection objection) {
		return new Refusal(Optional.empty(), "", place, objection);
	}

}
