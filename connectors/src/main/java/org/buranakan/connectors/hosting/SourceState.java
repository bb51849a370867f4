package org.buranakan.connectors.hosting;

import java.util.Optional;

import org.buranakan.schemas.topic.AgencyId;

/** A source as health sees it: a bean of this type per source. */
public interface SourceState {

	/** Such as {@code spreadsheet pacc-zone-1}. */
	String name();

	/**
	 * How many files or changes of the agency wait to be published, as far as is known.
	 */
	default long waiting(AgencyId agency) {
		return 0;
	}

	/**
	 * What keeps the agency's files or changes from being read; empty if nothing does.
	 */
	default Optional<Hindrance> hindrance(AgencyId agency) {
		return Optional.empty();
	}

	/** Whether it can still do its work; waiting for an outage to end counts. */
	boolean isAlive();

}
