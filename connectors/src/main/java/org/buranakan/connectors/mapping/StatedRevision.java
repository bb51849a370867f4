package org.buranakan.connectors.mapping;

import java.util.Optional;

import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.topic.Family;

/**
 * The revision that an agency gives its content itself.
 *
 * @param number from 1
 * @param heading what the source calls its column
 * @param cell where it stands
 */
public record StatedRevision(long number, String heading, String cell) {

	public StatedRevision {
		if (number < 1) {
			throw new IllegalArgumentException("Revisions count from 1, not " + number);
		}
	}

	/** Why new content is refused under it, where that revision is published already. */
	public Refusal stale(Family family, long published) {
		return new Refusal(Optional.of(family), this.heading, this.cell,
				new Objection(RefusalCode.REVISION_STALE, Long.toString(this.number), Long.toString(published)));
	}

}
