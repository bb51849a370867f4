package org.buranakan.hub.intake;

/** A log is no longer what was read live, so that nobody can read the same again. */
public final class Unrepeatable extends RuntimeException {

	Unrepeatable(String why) {
		super(why);
	}

}
