package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.Judgement.Sound;
import org.buranakan.hub.intake.Judgement.Unsound;

/** Judged records, folded kind by kind in memory until their rows are written. */
final class Folding {

	private final Facts facts;

	private final Map<Projection<?>, Fold<?>> folds = new LinkedHashMap<>();

	Folding(Facts facts) {
		this.facts = facts;
	}

	/**
	 * Folds some more records.
	 * @param judged in the order of each log
	 * @return what becomes of them, in the order of each log
	 */
	List<Ended> add(List<Judged> judged) {
		Map<Projection<?>, List<Judged>> byProjection = new LinkedHashMap<>();
		List<Ended> ended = new ArrayList<>(judged.size());
		for (Judged one : judged) {
			switch (one.judgement()) {
				case Sound<?>(var projection, var _) ->
					byProjection.computeIfAbsent(projection, (key) -> new ArrayList<>()).add(one);
				case Judgement.Refusal(var _, var _) -> ended.add(one.ends(new Outcome.Applied()));
				case Unsound(var rejected, var _, var _) -> ended.add(one.ends(rejected));
			}
		}
		byProjection.forEach((projection, some) -> add(projection, some, ended));
		ended.sort(Ended.IN_LOG_ORDER);
		return ended;
	}

	@SuppressWarnings("unchecked") // a sound fact is its projection's
	private <E extends SpecificRecord> void add(Projection<E> projection, List<Judged> judged, List<Ended> ended) {
		Fold<E> fold = (Fold<E>) this.folds.computeIfAbsent(projection, (key) -> new Fold<E>());
		Set<String> unknown = fold.unknown(
				judged.stream().map((one) -> ((Sound<E>) one.judgement()).fact().id()).collect(Collectors.toSet()));
		if (!unknown.isEmpty()) {
			fold.know(this.facts.standings(projection.table(), unknown));
		}
		judged.forEach((one) -> ended.add(one.ends(fold.add(((Sound<E>) one.judgement()).fact()))));
	}

	/**
	 * Writes the facts that decide rows.
	 * @return keys of the derived rows that depend on what changed
	 */
	Set<DirtyKey> write() {
		Set<DirtyKey> dirty = new LinkedHashSet<>();
		this.folds.forEach((projection, fold) -> write(projection, fold, dirty));
		return dirty;
	}

	@SuppressWarnings("unchecked") // a projection's fold is of its own facts
	private <E extends SpecificRecord> void write(Projection<E> projection, Fold<?> fold, Set<DirtyKey> dirty) {
		dirty.addAll(this.facts.write(projection.table(), (Fold<E>) fold));
		fold.winners().forEach((winner) -> dirty.addAll(winner.touches()));
	}

	/** The facts that decide rows. */
	List<Fact<?>> winners() {
		List<Fact<?>> winners = new ArrayList<>();
		this.folds.values().forEach((fold) -> winners.addAll(fold.winners()));
		return winners;
	}

	/** How many facts decide rows. */
	long size() {
		return this.folds.values().stream().mapToLong(Fold::size).sum();
	}

	/** Of how many entities is known where they stand. */
	long standings() {
		return this.folds.values().stream().mapToLong(Fold::standings).sum();
	}

}
