package org.buranakan.schemas.topic;

import java.util.regex.Pattern;

/**
 * The short name of a publishing agency, such as {@code codi} or {@code pacc-zone-1}:
 * part of topic names, principals and entity ids, hence lower-case letters, digits and
 * single hyphens only.
 */
public record AgencyId(String value) implements Comparable<AgencyId> {

	private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final int LONGEST = 40;

	public AgencyId {
		if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("Not an agency id: '" + value
					+ "' (lower-case letters, digits and single hyphens, at most " + LONGEST + ")");
		}
		if (Role.claims(value)) {
			throw new IllegalArgumentException("Not an agency id: '" + value + "' names a principal of another role");
		}
	}

	/** Whether the text could be an agency id, without an exception for hostile input. */
	public static boolean accepts(String text) {
		return text.length() <= LONGEST && SHAPE.matcher(text).matches() && !Role.claims(text);
	}

	@Override
	public int compareTo(AgencyId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
