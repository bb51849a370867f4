package org.buranakan.connectors.source.cdc;

import org.buranakan.schemas.connect.ConnectorState;

/**
 * Whether a capture that runs again is to be believed. One that fails of what no restart
 * mends, such as a right that it lacks, runs for a while after each: it counts as failed
 * until it has run for twice as long as the last time.
 */
final class Steadiness {

	private static final int LONGEST = 120;

	private ConnectorState failure = new ConnectorState.Running();

	/** Since it ran for long. */
	private boolean restarted;

	/** Looks at which it ran since then. */
	private int runs;

	/** Looks at which it has to run before it is believed. */
	private int required;

	/** It is started again. */
	void restarted() {
		this.restarted = true;
		this.runs = 0;
	}

	/** How it is to be called, at this look. */
	ConnectorState of(ConnectorState told) {
		switch (told) {
			case ConnectorState.Failed failed -> {
				this.required = this.restarted ? Math.min(Math.max(this.required, 2 * this.runs), LONGEST) : 0;
				this.runs = 0;
				this.failure = failed;
			}
			case ConnectorState.Running ignored -> {
				this.runs++;
				this.restarted &= this.runs < LONGEST;
				if (this.runs <= this.required) {
					return this.failure;
				}
			}
			case ConnectorState.Lost ignored -> this.required = 0;
			case ConnectorState.StartingOver ignored -> this.required = 0;
			case ConnectorState.Waiting ignored -> {
				// Neither for nor against it, like those below.
			}
			case ConnectorState.Silent ignored -> {
			}
			case ConnectorState.Unregistered ignored -> {
			}
		}
		return told;
	}

}
