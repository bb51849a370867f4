package org.buranakan.hub.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

	private final List<Judge> judges;

	private final Commit commit;

	/** One judge for each of the processors. */
	Batches(Supplier<Judge> judge, Commit commit) {
		this.judges = Stream.generate(judge).limit(Runtime.getRuntime().availableProcessors()).toList();
		this.commit = commit;
	}

	/**
	 * Commits the records, normally in one transaction; of a log with a record that
	 * cannot be judged, those before it.
	 * @param arrivals in the order of each log
	 * @param committed told of each transaction after its commit
	 * @return where logs are to be left for now
	 */
	Map<Log, Stuck> take(List<Arrival> arrivals, Consumer<Tally> committed) {
		Judging judging = Judging.of(arrivals, this.judges);
		if (!judging.judged().isEmpty()) {
			commit(judging.judged(), committed);
		}
		return judging.stuck();
	}

	private void commit(List<Judged> judged, Consumer<Tally> committed) {
		try {
			this.commit.commit(judged).forEach(committed);
		}
		catch (DataAccessException ex) {
			String state = state(ex);
			if (!isDataToBlame(state)) {
				throw ex;
			}
			if (judged.size() == 1) {
				Judged alone = judged.getFirst().condemned("SQLSTATE " + state);
				this.commit.commit(List.of(alone)).forEach(committed);
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
	private static boolean isDataToBlame(String state) {
		return (state.startsWith("22") && !MALFORMED.contains(state)) || state.startsWith("54");
	}

	private static String state(DataAccessException ex) {
		return (NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause
				&& cause.getSQLState() != null) ? cause.getSQLState() : "";
	}

}
