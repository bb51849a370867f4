package org.buranakan.connectors.mapping;

/** A profile that cannot be used: says where in it, and what is wrong there. */
public final class ProfileMistake extends IllegalArgumentException {

	ProfileMistake(String where, String what) {
		super(where + ": " + what);
	}

}
