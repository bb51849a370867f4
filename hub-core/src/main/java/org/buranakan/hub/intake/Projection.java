package org.buranakan.hub.intake;

import java.util.Optional;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.topic.Topics;

/**
 * What the events of one kind of topic are as rows. The owner of a fact table implements
 * it; intake calls it, on any thread.
 *
 * <p>
 * A projection is a pure function: it sees the event alone, no clock, no randomness, no
 * other row. Which revision wins is decided by intake, for all kinds alike. What it
 * throws is a bug and holds the log back.
 *
 * @param <E> the event
 */
public interface Projection<E extends SpecificRecord> {

	/** The kind of topic whose events it reads; one projection per kind. */
	Topics kind();

	/** The table it alone writes, and how a fact becomes its row. */
	FactTable<E> table();

	/** Keys of the derived rows that depend on this state of the entity. */
	Set<DirtyKey> touches(E event);

	/**
	 * The field that makes the event impossible in itself, such as an end before its
	 * start. What only other records can tell (an unknown plan, an unknown area) is a
	 * finding and none of this.
	 */
	default Optional<String> impossible(E event) {
		return Optional.empty();
	}

}
