package org.buranakan.hub.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What two copies of a table of the view do not share.
 *
 * @param live how many rows only the live copy has
 * @param replayed how many rows only the other one has
 * @param liveRows the first of them, in canonical form
 * @param replayedRows the first of those
 */
public record Difference(String table, boolean derived, long live, long replayed, List<List<@Nullable String>> liveRows,
		List<List<@Nullable String>> replayedRows) {

	private static final int MOST_SHOWN = 20;

	/**
	 * The tables that differ, in the order of their names; each copy is to be in one
	 * snapshot.
	 */
	public static List<Difference> between(Fingerprints live, Fingerprints replayed) {
		return live.tables().stream().flatMap((table) -> of(table, live, replayed).stream()).toList();
	}

	/** Rows are told apart by half of their SHA-256, so that memory holds millions. */
	private static Optional<Difference> of(CanonicalTable table, Fingerprints live, Fingerprints replayed) {
		Map<RowHash, Integer> unmatched = new HashMap<>();
		replayed.each(table, (values) -> unmatched.merge(RowHash.of(values), 1, Integer::sum));
		List<List<@Nullable String>> liveRows = new ArrayList<>();
		long[] alone = { 0 };
		live.each(table, (values) -> {
			if (!take(unmatched, RowHash.of(values))) {
				show(values, liveRows);
				alone[0]++;
			}
		});
		long others = unmatched.values().stream().mapToLong(Integer::longValue).sum();
		List<List<@Nullable String>> replayedRows = new ArrayList<>();
		if (others > 0) {
			replayed.each(table, (values) -> {
				if (take(unmatched, RowHash.of(values))) {
					show(values, replayedRows);
				}
			});
		}
		return (alone[0] + others == 0) ? Optional.empty()
				: Optional.of(new Difference(table.name(), table.derived(), alone[0], others, liveRows, replayedRows));
	}

	private static boolean take(Map<RowHash, Integer> rows, RowHash row) {
		Integer number = rows.get(row);
		if (number == null) {
			return false;
		}
		if (number == 1) {
			rows.remove(row);
		}
		else {
			rows.put(row, number - 1);
		}
		return true;
	}

	private static void show(@Nullable String[] values, List<List<@Nullable String>> shown) {
		if (shown.size() < MOST_SHOWN) {
			shown.add(new ArrayList<>(Arrays.asList(values)));
		}
	}

	/** Half of a canonical row's SHA-256. */
	private record RowHash(long first, long second) {

		static RowHash of(@Nullable String[] values) {
			CanonicalDigest digest = new CanonicalDigest();
			digest.row(values);
			ByteBuffer bytes = ByteBuffer.wrap(digest.bytes());
			return new RowHash(bytes.getLong(), bytes.getLong());
		}

	}

}
