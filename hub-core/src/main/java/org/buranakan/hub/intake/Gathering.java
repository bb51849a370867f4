package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a replay folds: in memory, until it is as much as a heap holds gladly. Of an
 * entity that changed a hundred times one row is written then, and not a hundred. For one
 * thread.
 */
final class Gathering {

	/** Of the heap, for the bytes of records; as objects they are some six times that. */
	private static final int SHARE = 32;

	private final TransactionTemplate transaction;

	private final Facts facts;

	private final History history;

	private final long most = Runtime.getRuntime().maxMemory() / SHARE;

	private Folding folding;

	private List<Ended> plans = new ArrayList<>();

	private long plansBytes;

	private long applied;

	private long appliedBytes;

	private boolean batchByBatch;

	Gathering(TransactionTemplate transaction, Facts facts, History history) {
		this.transaction = transaction;
		this.facts = facts;
		this.history = history;
		this.folding = new Folding(facts);
	}

	/**
	 * Folds a batch.
	 * @param judged in the order of each log
	 * @return what was read of each log
	 * @throws DataAccessException batch by batch, if this one cannot be written; then
	 * none of it is folded
	 */
	Collection<Tally> take(List<Judged> judged) {
		Map<Log, Tally> tallies = Tally.of(judged);
		for (Ended one : this.folding.add(judged)) {
			one.countIn(tallies);
			if (one.outcome() instanceof Outcome.Applied) {
				weigh(one);
			}
		}
		if (this.batchByBatch) {
			write();
		}
		return tallies.values();
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
		return this.folding.size() * ofOne + this.plansBytes > this.most;
	}

	/**
	 * Writes what is folded, in one transaction.
	 * @throws DataAccessException if it cannot be; none of it is folded any more
	 */
	void write() {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.folding.write();
				this.history.appendPlans(this.plans);
			});
		}
		finally {
			this.folding = new Folding(this.facts);
			this.plans = new ArrayList<>();
			this.plansBytes = 0;
			this.applied = 0;
			this.appliedBytes = 0;
		}
	}

	/** Writes each batch by itself from now on, so that the one to blame is found. */
	void batchByBatch() {
		this.batchByBatch = true;
	}

}
