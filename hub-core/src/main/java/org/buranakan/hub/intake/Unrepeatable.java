package org.buranakan.hub.intake;

/** What was read live cannot be read again: a log is no longer whole, or out of reach. */
public final class Unrepeatable extends RuntimeException {

	public Unrepeatable(String why) {
		super(why);
	}

}
