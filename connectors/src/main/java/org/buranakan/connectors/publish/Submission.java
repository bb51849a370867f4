package org.buranakan.connectors.publish;

import java.time.Instant;
import java.util.List;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Row;
import org.buranakan.connectors.mapping.SourceProfile;

/** What a source hands in: a row's outcome and where the row came from. */
public record Submission(Provenance provenance, Outcome outcome) {

	/** A row, as the mapping reads it. */
	public static Submission of(Mapping mapping, SourceProfile source, Row row, Instant offeredAt) {
		return new Submission(Provenance.of(source, row, offeredAt), mapping.map(source, row));
	}

	/** A row that is gone: what it spoke of is withdrawn. */
	public static Submission vanished(Mapping mapping, SourceProfile source, Row row, Instant offeredAt) {
		return new Submission(Provenance.of(source, row, offeredAt),
				new Outcome.Mapped(List.of(), mapping.vanished(source, row)));
	}

}
