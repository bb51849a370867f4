package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.Judgement.Sound;

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

	private final Ledger ledger;

	Commit(TransactionTemplate transaction, Facts facts, Ledger ledger) {
		this.transaction = transaction;
		this.facts = facts;
		this.ledger = ledger;
	}

	/**
	 * Commits the records of a batch.
	 * @param judged in the order of each log
	 * @return what was read of each log
	 * @throws OwnershipLost if a log is another process's by now; nothing was written
	 */
	Collection<Tally> commit(List<Judged> judged) {
		return this.transaction.execute((status) -> {
			Map<Log, Tally> tallies = tallies(judged);
			Folding folding = new Folding();
			List<Ended> ended = folding.fold(judged);
			ended.forEach((one) -> count(tallies, one));
			this.ledger.enter(ended, folding.dirty, folding.winners, tallies.values());
			return tallies.values();
		});
	}

	private static void count(Map<Log, Tally> tallies, Ended one) {
		tallies.computeIfAbsent(one.arrival().log(), (log) -> new Tally(log, one.arrival().offset()))
			.count(one.arrival(), one.outcome());
	}

	private Map<Log, Tally> tallies(List<Judged> judged) {
		Map<Log, Tally> tallies = new LinkedHashMap<>();
		judged.forEach(
				(one) -> tallies.computeIfAbsent(one.arrival().log(), (log) -> new Tally(log, one.arrival().offset())));
		Map<Integer, Long> positions = this.ledger.lock(tallies.keySet());
		List<Log> lost = tallies.values()
			.stream()
			.filter((tally) -> !Long.valueOf(tally.first()).equals(positions.get(tally.log().id())))
			.map(Tally::log)
			.toList();
		if (!lost.isEmpty()) {
			throw new OwnershipLost(lost);
		}
		return tallies;
	}

	/** Folds the batch, kind by kind, and writes the facts that decide rows. */
	private final class Folding {

		private final Set<DirtyKey> dirty = new LinkedHashSet<>();

		private final List<Fact<?>> winners = new ArrayList<>();

		List<Ended> fold(List<Judged> judged) {
			Map<Projection<?>, List<Judged>> byProjection = new LinkedHashMap<>();
			List<Ended> ended = new ArrayList<>(judged.size());
			for (Judged one : judged) {
				switch (one.judgement()) {
					case Sound<?>(var projection, var _) ->
						byProjection.computeIfAbsent(projection, (key) -> new ArrayList<>()).add(one);
					case Judgement.Refusal(var _, var _) -> ended.add(one.ends(new Outcome.Applied()));
					case Judgement.Unsound(var rejected, var _, var _) -> ended.add(one.ends(rejected));
				}
			}
			byProjection.forEach((projection, some) -> fold(projection, some, ended));
			ended.sort(Ended.IN_LOG_ORDER);
			return ended;
		}

		@SuppressWarnings("unchecked") // a sound fact is its projection's
		private <E extends SpecificRecord> void fold(Projection<E> projection, List<Judged> judged, List<Ended> ended) {
			Set<String> ids = judged.stream()
				.map((one) -> ((Sound<E>) one.judgement()).fact().id())
				.collect(Collectors.toSet());
			Fold<E> fold = new Fold<>(Commit.this.facts.standings(projection.table(), ids));
			judged.forEach((one) -> ended.add(one.ends(fold.add(((Sound<E>) one.judgement()).fact()))));
			this.dirty.addAll(Commit.this.facts.write(projection.table(), fold));
			fold.winners().forEach((winner) -> {
				this.dirty.addAll(winner.touches());
				this.winners.add(winner);
			});
		}

	}

}
