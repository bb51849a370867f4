package org.buranakan.hub.overview;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the order of changes, exclusive: the transaction and the change in it that
 * was sent last. As text it is the event id of the stream, opaque to clients.
 */
record Cursor(BigInteger transaction, long sequence) implements Comparable<Cursor> {

	/** Before the first change that was ever recorded. */
	static final Cursor START = new Cursor(BigInteger.ZERO, 0);

	private static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::transaction)
		.thenComparingLong(Cursor::sequence);

	private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

	static Optional<Cursor> parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches()
				? Optional.of(new Cursor(new BigInteger(matcher.group(1)), Long.parseLong(matcher.group(2))))
				: Optional.empty();
	}

	@Override
	public int compareTo(Cursor other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.transaction + "-" + this.sequence;
	}

}
