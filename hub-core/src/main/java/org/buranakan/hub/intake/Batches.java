package org.buranakan.hub.intake;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Commits batches. Where PostgreSQL cannot take a value of one record, that record alone
 * is rejected: the batch is halved until it stands alone.
 */
final class Batches {

	/** Invalid binary representation, bad copy file format. */
	private static final Set<String> MALFORMED = Set.of("22P03", "22P04");

	/**
	 * Of a transaction: what is worth its commit, and no more than a heap holds gladly.
	 */
	private static final int PART = 5_000;

	private final List<Judge> judges;

	private final Function<List<Judged>, Collection<Tally>> commit;

	/**
	 * One judge for each of the processors.
	 * @param commit commits a part, or nothing of it
	 */
	Batches(Supplier<Judge> judge, Function<List<Judged>, Collection<Tally>> commit) {
		this.judges = Stream.generate(judge).limit(Runtime.getRuntime().availableProcessors()).toList();
		this.commit = commit;
	}

	/**
	 * Commits the records, a part after another; of a log with a record that cannot be
	 * judged, those before it. While a part is committed, which is PostgreSQL's work for
	 * the most, the next one is judged.
	 * @param arrivals in the order of each log
	 * @param committed told of each transaction after its commit
	 * @return where logs are to be left for now
	 */
	Map<Log, Stuck> take(List<Arrival> arrivals, Consumer<Tally> committed) {
		Map<Log, Stuck> stuck = new LinkedHashMap<>();
		int parts = Math.ceilDiv(arrivals.size(), PART);
		CompletableFuture<Judging> next = judge(part(arrivals, 0));
		for (int part = 1; part <= parts; part++) {
			Judging judging = judged(next);
			next = judge(part(arrivals, part));
			try {
				List<Judged> judged = judging.judged()
					.stream()
					.filter((one) -> !stuck.containsKey(one.arrival().log()))
					.toList();
				if (!judged.isEmpty()) {
					commit(judged, committed);
				}
			}
			catch (Throwable ex) {
				// A judge has no two records at once: this part comes again.
				next.handle((judged, failure) -> judged).join();
				throw ex;
			}
			judging.stuck().forEach(stuck::putIfAbsent);
		}
		return stuck;
	}

	private static List<Arrival> part(List<Arrival> arrivals, int part) {
		return arrivals.subList(Math.min(part * PART, arrivals.size()), Math.min((part + 1) * PART, arrivals.size()));
	}

	private CompletableFuture<Judging> judge(List<Arrival> part) {
		return CompletableFuture.supplyAsync(() -> Judging.of(part, this.judges));
	}

	private static Judging judged(CompletableFuture<Judging> judging) {
		try {
			return judging.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private void commit(List<Judged> judged, Consumer<Tally> committed) {
		try {
			this.commit.apply(judged).forEach(committed);
		}
		catch (DataAccessException ex) {
			if (!isDataToBlame(ex)) {
				throw ex;
			}
			if (judged.size() == 1) {
				Judged alone = judged.getFirst().condemned("SQLSTATE " + state(ex));
				this.commit.apply(List.of(alone)).forEach(committed);
				return;
			}
			int half = judged.size() / 2;
			commit(judged.subList(0, half), committed);
			commit(judged.subList(half, judged.size()), committed);
		}
	}

	/**
	 * Classes 22 (data exception) and 54 (program limit exceeded), but not what COPY says
	 * of bytes that are no value of a column's type: they are of the hub's making.
	 */
	static boolean isDataToBlame(DataAccessException ex) {
		String state = state(ex);
		return (state.startsWith("22") && !MALFORMED.contains(state)) || state.startsWith("54");
	}

	static String state(DataAccessException ex) {
		return (NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause
				&& cause.getSQLState() != null) ? cause.getSQLState() : "";
	}

}
