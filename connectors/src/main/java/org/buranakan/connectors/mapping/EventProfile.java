package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.schemas.topic.Family;

/**
 * One event that a row can give.
 *
 * @param key the local part of its entity id
 * @param fields by the field's name in the contract
 * @param revision the column with the agency's own revision; empty where it has none
 */
record EventProfile(Family family, Template key, Condition when, Map<String, Derivation> fields,
		Optional<String> revision) {

	/** The columns of its row that tell whom it is of, and whether it says anything. */
	List<String> deciding() {
		// Every row asks: a stream costs more than the answer.
		List<String> deciding = new ArrayList<>(this.key.columns());
		deciding.addAll(this.when.accepted().keySet());
		return deciding;
	}

	/** The columns of its row that it is read from. */
	Set<String> columns() {
		Set<String> columns = new TreeSet<>(deciding());
		this.revision.ifPresent(columns::add);
		this.fields.values().forEach((field) -> columns.addAll(field.columns()));
		return columns;
	}

}
