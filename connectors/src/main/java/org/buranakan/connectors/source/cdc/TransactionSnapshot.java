package org.buranakan.connectors.source.cdc;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which transactions a reader of PostgreSQL sees, as {@code pg_current_snapshot()} tells.
 *
 * @param next the first transaction that had not begun
 * @param open those before it that had not ended
 */
record TransactionSnapshot(long next, Set<Long> open) {

	private static final Pattern FORM = Pattern.compile("\\d+:(?<next>\\d+):(?<open>[\\d,]*)");

	private static final long HALF = 1L << 31;

	private static final long LOW = 0xFFFF_FFFFL;

	TransactionSnapshot {
		open = Set.copyOf(open);
	}

	static TransactionSnapshot parse(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new IllegalArgumentException("Not xmin:xmax:xip_list: " + text);
		}
		return new TransactionSnapshot(Long.parseLong(form.group("next")),
				Arrays.stream(form.group("open").split(","))
					.filter((number) -> !number.isEmpty())
					.map(Long::valueOf)
					.collect(Collectors.toSet()));
	}

	/**
	 * Whether the reader sees what the transaction did.
	 * @param transaction as change streams tell it: the lower 32 bits, which go round
	 */
	boolean contains(long transaction) {
		long whole = (this.next & ~LOW) | (transaction & LOW);
		if (whole - this.next >= HALF) {
			whole -= LOW + 1;
		}
		else if (this.next - whole > HALF) {
			whole += LOW + 1;
		}
		return whole < this.next && !this.open.contains(whole);
	}

}
