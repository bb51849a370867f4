package org.buranakan.connectors.source.cdc;

/** How an agency's capture is, as Kafka Connect tells it. */
sealed interface CaptureState {

	/** Connector and task run. */
	record Running() implements CaptureState {
	}

	/**
	 * It is about to run, or was stopped on purpose.
	 *
	 * @param state in Connect's word: UNASSIGNED, RESTARTING, PAUSED, STOPPED
	 */
	record Waiting(String state) implements CaptureState {
	}

	/**
	 * They run, as Connect calls it, while Debezium tries to reach the database again;
	 * changes wait there.
	 */
	record Silent(String reason) implements CaptureState {
	}

	/** Connector or task have failed; changes wait in the database. */
	record Failed(String reason) implements CaptureState {
	}

	/**
	 * Debezium stands still because the changes after those it wrote last are gone: the
	 * slot was dropped, made anew or moved, or the database threw its log away.
	 */
	record Lost(String reason) implements CaptureState {
	}

	/** It was lost, and is made to forget how far it read. */
	record StartingOver() implements CaptureState {
	}

	/** Connect does not take the configuration now, or does not answer. */
	record Unregistered(String reason) implements CaptureState {
	}

}
