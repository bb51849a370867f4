package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Folds the facts of one kind, in the order of their logs, into the state of their
 * entities: the higher revision applies; a lower one, or an equal one with equal content,
 * is stale; an equal one with other content is rejected. The place in the log decides
 * nothing, so that a copy sent months later resurrects nothing.
 *
 * @param <E> the event
 */
final class Fold<E extends SpecificRecord> {

	private final Map<String, Standing> standings = new HashMap<>();

	private final Map<String, Fact<E>> winners = new LinkedHashMap<>();

	/** Rows that stood before, of entities that are changed. */
	private final Map<String, Standing> replaced = new LinkedHashMap<>();

	/** Of these entities, those of which nothing is known: neither told nor folded. */
	Set<String> unknown(Set<String> ids) {
		Set<String> unknown = new HashSet<>(ids);
		unknown.removeAll(this.standings.keySet());
		return unknown;
	}

	/** Tells where entities stand, before a fact of theirs is added. */
	void know(Map<String, Standing> rows) {
		this.standings.putAll(rows);
	}

	Outcome add(Fact<E> fact) {
		Standing standing = this.standings.get(fact.id());
		if (standing == null || fact.revision() > standing.revision()) {
			apply(fact, standing);
			return new Outcome.Applied();
		}
		if (fact.revision() < standing.revision() || fact.hash().equals(standing.hash())) {
			return new Outcome.Stale();
		}
		return new Outcome.Rejected(RejectionCode.CONTRADICTION, "revision " + fact.revision());
	}

	private void apply(Fact<E> fact, @Nullable Standing before) {
		if (before != null && !this.winners.containsKey(fact.id())) {
			this.replaced.put(fact.id(), before);
		}
		this.standings.put(fact.id(), Standing.of(fact));
		this.winners.put(fact.id(), fact);
	}

	/** The facts that decide their entities' rows. */
	List<Fact<E>> winners() {
		return new ArrayList<>(this.winners.values());
	}

	int size() {
		return this.winners.size();
	}

	int standings() {
		return this.standings.size();
	}

	/** Where entities stood that a fact changes, by id. */
	Map<String, Standing> replaced() {
		return this.replaced;
	}

}
