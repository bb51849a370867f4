package org.buranakan.connectors.publish;

import java.time.Duration;

/** Whether Kafka still admits the agency: shown by what it takes, else asked. */
final class Admission {

	private static final Duration TRUST = Duration.ofSeconds(3);

	private final Runnable question;

	/** When it was shown last; of {@code System.nanoTime()}. */
	private long shown;

	/**
	 * Asks by that.
	 * @param question fails if the agency may not publish
	 */
	Admission(Runnable question) {
		this.question = question;
	}

	void shown() {
		this.shown = System.nanoTime();
	}

	/** Who says nothing new is told all the same that nothing of it is heard. */
	void require() {
		if (System.nanoTime() - this.shown > TRUST.toNanos()) {
			this.question.run();
			shown();
		}
	}

}
