package org.buranakan.schemas.topic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The short name of a publishing agency, such as {@code codi} or {@code pacc-zone-1}:
 * part of topic names, principals and entity ids, hence lower-case letters, digits and
 * single hyphens only.
 */
public record AgencyId(String value) implements Comparable<AgencyId> {

	private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final int LONGEST = 40;

	/** Of those that were parsed: the same few are named by every record. */
	private static final int REMEMBERED = 10_000;

	private static final Map<String, AgencyId> KNOWN = new ConcurrentHashMap<>();

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

	/** The agency id that the text is; empty if it is none. */
	public static Optional<AgencyId> parse(String text) {
		AgencyId known = KNOWN.get(text);
		if (known != null) {
			return Optional.of(known);
		}
		if (!accepts(text)) {
			return Optional.empty();
		}
		AgencyId parsed = new AgencyId(text);
		if (KNOWN.size() < REMEMBERED) {
			KNOWN.put(text, parsed);
		}
		return Optional.of(parsed);
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
