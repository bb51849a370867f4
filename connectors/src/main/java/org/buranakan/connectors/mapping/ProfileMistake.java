package org.buranakan.connectors.mapping;

/** A profile that cannot be used: says where in it, and what is wrong there. */
public final class ProfileMistake extends IllegalArgumentException {

	private final String where;

	ProfileMistake(String where, String what) {
		super(where + ": " + what);
		this.where = where;
	}

	private ProfileMistake(int line, ProfileMistake unlocated) {
		super("line " + line + ", " + unlocated.getMessage(), unlocated);
		this.where = unlocated.where;
	}

	/** The same mistake with the line on which it stands. */
	ProfileMistake in(Lines lines) {
		return new ProfileMistake(lines.of(this.where), this);
	}

}
