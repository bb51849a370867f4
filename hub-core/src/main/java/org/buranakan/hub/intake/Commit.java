package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One batch, one transaction: facts, history, rejections, refusals, dirty keys, changes
 * and positions become visible together or not at all.
 */
@Component
class Commit {

	private final TransactionTemplate transaction;

	private final Facts facts;

	private final Records records;

	Commit(TransactionTemplate transaction, Facts facts, Records records) {
		this.transaction = transaction;
		this.facts = facts;
		this.records = records;
	}

	/**
	 * Commits the records of a batch.
	 * @param judged in the order of each log
	 * @return what was read of each log
	 * @throws OwnershipLost if a log is another process's by now; nothing was written
	 */
	Collection<Tally> commit(List<Judged> judged) {
		return this.transaction.execute((status) -> {
			Map<Log, Tally> tallies = Tally.of(judged);
			requireOwnership(tallies);
			Folding folding = new Folding(this.facts);
			List<Ended> ended = folding.add(judged);
			ended.forEach((one) -> one.countIn(tallies));
			Set<DirtyKey> dirty = folding.write();
			this.records.enter(ended, dirty, folding.winners(), tallies.values());
			return tallies.values();
		});
	}

	private void requireOwnership(Map<Log, Tally> tallies) {
		Map<Integer, Long> positions = this.records.lock(tallies.keySet());
		List<Log> lost = tallies.values()
			.stream()
			.filter((tally) -> !Long.valueOf(tally.first()).equals(positions.get(tally.log().id())))
			.map(Tally::log)
			.toList();
		if (!lost.isEmpty()) {
			throw new OwnershipLost(lost);
		}
	}

}
