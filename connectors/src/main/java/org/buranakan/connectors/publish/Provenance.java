package org.buranakan.connectors.publish;

import java.time.Instant;

import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;

/**
 * Where a row came from.
 *
 * @param source the name of the source in the profile
 * @param container table, file digest, request id
 * @param row the row's place, the same whenever it is read again
 * @param trace the place with whatever else leads back to this reading
 * @param offeredAt when the source offered it
 */
public record Provenance(SourceKind kind, String source, String container, String row, String trace,
		Instant offeredAt) {

	public static Provenance of(SourceProfile source, Row row, Instant offeredAt) {
		return new Provenance(source.origin().kind(), source.name(), row.container(), row.place(), row.trace(),
				offeredAt);
	}

	/** The row among all of the agency's: its refusals' keys say it before the field. */
	String place() {
		return this.source + ":" + this.row;
	}

	/** The record key of a refusal: the same for the same field of the same row. */
	String key(Refusal refusal) {
		return place() + Memory.FIELD + refusal.heading();
	}

	Source of(String system) {
		return new Source(this.kind, system, this.container, this.trace);
	}

	Source of(String system, Refusal refusal) {
		return new Source(this.kind, system, this.container, refusal.cell());
	}

}
