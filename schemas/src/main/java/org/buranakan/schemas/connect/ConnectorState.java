package org.buranakan.schemas.connect;

/** How a connector is, as Kafka Connect tells it. */
public sealed interface ConnectorState {

	/** Connector and task run. */
	record Running() implements ConnectorState {
	}

	/**
	 * It is about to run, or was stopped on purpose.
	 *
	 * @param state in Connect's word: UNASSIGNED, RESTARTING, PAUSED, STOPPED
	 */
	record Waiting(String state) implements ConnectorState {
	}

	/**
	 * They run, as Connect calls it, while Debezium tries to reach the database again;
	 * changes wait there.
	 */
	record Silent(String reason) implements ConnectorState {
	}

	/** Connector or task have failed; changes wait in the database. */
	record Failed(String reason) implements ConnectorState {
	}

	/**
	 * Debezium stands still because the changes after those it wrote last are gone: the
	 * slot was dropped, made anew or moved, or the database threw its log away.
	 */
	record Lost(String reason) implements ConnectorState {
	}

	/** It was lost, and is made to forget how far it read. */
	record StartingOver() implements ConnectorState {
	}

	/** Connect does not take the configuration now, or does not answer. */
	record Unregistered(String reason) implements ConnectorState {
	}

}
