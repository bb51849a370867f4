package org.buranakan.connectors.source.cdc;

/**
 * Whether a capture that runs again is to be believed. One that fails of what no restart
 * mends, such as a right that it lacks, runs for a while after each: it counts as failed
 * until it has run for twice as long as the last time.
 */
final class Steadiness {

	private static final int LONGEST = 120;

	private CaptureState failure = new CaptureState.Running();

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
	CaptureState of(CaptureState told) {
		switch (told) {
			case CaptureState.Failed failed -> {
				this.required = this.restarted ? Math.min(Math.max(this.required, 2 * this.runs), LONGEST) : 0;
				this.runs = 0;
				this.failure = failed;
			}
			case CaptureState.Running ignored -> {
				this.runs++;
				this.restarted &= this.runs < LONGEST;
				if (this.runs <= this.required) {
					return this.failure;
				}
			}
			case CaptureState.Lost ignored -> this.required = 0;
			case CaptureState.StartingOver ignored -> this.required = 0;
			case CaptureState.Waiting ignored -> {
				// Neither for nor against it, like those below.
			}
			case CaptureState.Silent ignored -> {
			}
			case CaptureState.Unregistered ignored -> {
			}
		}
		return told;
	}

}
