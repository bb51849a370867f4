package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a replay folds: in memory, until it is as much as a heap holds gladly. Of an
 * entity that changed a hundred times one row is written then, and not a hundred. For one
 * thread.
 */
final class Gathering {

	private static final String UNSTORABLE = """
			SELECT log_id || '/' || log_offset FROM hub.rejection WHERE code = 'UNSTORABLE'""";

	/** Of an entity of which only is known where it stands. */
	private static final int STANDING = 200;

	private final TransactionTemplate transaction;

	private final JdbcOperations database;

	private final Facts facts;

	private final History history;

	private final long most;

	/**
	 * Places of records that PostgreSQL did not take live. Nothing in a record tells, so
	 * each is offered to it once more, and alone: a later revision would hide it.
	 */
	private Set<String> unstorable = Set.of();

	private Folding folding;

	private List<Ended> plans = new ArrayList<>();

	private long plansBytes;

	private long applied;

	private long appliedBytes;

	/**
	 * For one replay.
	 * @param database the copy's
	 * @param most how many bytes of records are kept
	 */
	Gathering(TransactionTemplate transaction, JdbcOperations database, long most) {
		Statements statements = new Statements(database);
		this.transaction = transaction;
		this.database = database;
		this.facts = new Facts(database, statements);
		this.history = new History(statements);
		this.most = most;
		this.folding = new Folding(this.facts);
	}

	/** Before records are folded that were read live meanwhile. */
	void learn() {
		this.unstorable = Set.copyOf(this.database.queryForList(UNSTORABLE, String.class));
	}

	/**
	 * Folds a batch.
	 * @param judged in the order of each log
	 * @return what was read of each log
	 */
	Collection<Tally> take(List<Judged> judged) {
		Map<Log, Tally> tallies = Tally.of(judged);
		int from = 0;
		for (int at = 0; !this.unstorable.isEmpty() && at < judged.size(); at++) {
			Judged one = judged.get(at);
			if (this.unstorable.contains(one.arrival().log().id() + "/" + one.arrival().offset())) {
				fold(judged.subList(from, at), tallies);
				offer(one, tallies);
				from = at + 1;
			}
		}
		fold(judged.subList(from, judged.size()), tallies);
		return tallies.values();
	}

	private void fold(List<Judged> judged, Map<Log, Tally> tallies) {
		for (Ended one : this.folding.add(judged)) {
			one.countIn(tallies);
			if (one.outcome() instanceof Outcome.Applied) {
				weigh(one);
			}
		}
	}

	private void offer(Judged one, Map<Log, Tally> tallies) {
		write();
		try {
			this.transaction.executeWithoutResult((status) -> {
				Folding alone = new Folding(this.facts);
				alone.add(List.of(one));
				alone.write();
				// It is folded below, where that is no different from any other.
				status.setRollbackOnly();
			});
			fold(List.of(one), tallies);
		}
		catch (DataAccessException ex) {
			if (!Batches.isDataToBlame(ex)) {
				throw ex;
			}
			fold(List.of(one.condemned("SQLSTATE " + Batches.state(ex))), tallies);
		}
	}

	private void weigh(Ended one) {
		int bytes = one.arrival().record().serializedValueSize();
		this.applied++;
		this.appliedBytes += bytes;
		if (History.isOfAPlan(one)) {
			this.plans.add(one);
			this.plansBytes += bytes;
		}
	}

	/** Whether it should be written before more is folded. */
	boolean isFull() {
		long ofOne = (this.applied > 0) ? this.appliedBytes / this.applied : 0;
		return this.folding.size() * ofOne + this.folding.standings() * STANDING + this.plansBytes > this.most;
	}

	/**
	 * Writes what is folded, in one transaction.
	 * @throws Unrepeatable if PostgreSQL cannot take a value that it took live
	 */
	void write() {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.folding.write();
				this.history.appendPlans(this.plans);
			});
		}
		catch (DataAccessException ex) {
			if (!Batches.isDataToBlame(ex)) {
				throw ex;
			}
			throw new Unrepeatable("PostgreSQL cannot take a value (SQLSTATE " + Batches.state(ex)
					+ "), and hub.rejection does not say that it could not live");
		}
		this.folding = new Folding(this.facts);
		this.plans = new ArrayList<>();
		this.plansBytes = 0;
		this.applied = 0;
		this.appliedBytes = 0;
	}

}
