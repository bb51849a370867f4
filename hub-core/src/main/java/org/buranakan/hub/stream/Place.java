package org.buranakan.hub.stream;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind what was read of one log: of a topic, its next offset; of {@code hub.change},
 * the transaction and the change in it that was read last.
 *
 * @param minor 0 in a topic
 */
record Place(long major, long minor) implements Comparable<Place> {

	/** Before the first of everything. */
	static final Place START = new Place(0, 0);

	private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::major)
		.thenComparingLong(Place::minor);

	private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

	static Place offset(long next) {
		return new Place(next, 0);
	}

	static Optional<Place> parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches() ? Optional.of(new Place(Long.parseLong(matcher.group(1)),
				(matcher.group(2) != null) ? Long.parseLong(matcher.group(2)) : 0)) : Optional.empty();
	}

	@Override
	public int compareTo(Place other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return (this.minor == 0) ? Long.toString(this.major) : this.major + "-" + this.minor;
	}

}
