package org.buranakan.connectors.source.cdc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Submission;

/**
 * Which row spoke last of an entity. Rows hand entities over to one another: two swap
 * their codes in one statement, or a new row is inserted before the old one is deleted.
 * The one that leaves an entity must not take it from the one that has it now. Only the
 * latest are remembered, for such changes come in one transaction; of one that is too
 * large for it, or began before we did, what is left is a doubt.
 */
final class LastSpoken {

	private final int most;

	private final Map<Outcome.Identity, Row> rows = new LinkedHashMap<>(16, 0.75f, true);

	/** The transaction of each table's last change: tables come in turns. */
	private final Map<String, Long> current = new HashMap<>();

	/** The last transaction of a table of which something was forgotten or never seen. */
	private final Map<String, Long> forgotten = new HashMap<>();

	private Optional<ChangePlace> doubtful = Optional.empty();

	/**
	 * @param most entities that are remembered
	 */
	LastSpoken(int most) {
		this.most = most;
	}

	/**
	 * What a change says, the next in order, without what another row has taken over.
	 */
	Submission heed(ChangePlace place, Submission said) {
		this.forgotten.putIfAbsent(place.table(), place.transaction());
		this.current.put(place.table(), place.transaction());
		if (place.isKeyless() || !(said.outcome() instanceof Outcome.Mapped(List<Content> present, var absent))) {
			return said;
		}
		Row row = new Row(place.table(), place.key(), place.transaction());
		List<Outcome.Identity> left = absent.stream().filter((identity) -> leaves(identity, row)).toList();
		if (left.stream().anyMatch((identity) -> !this.rows.containsKey(identity))
				&& Objects.equals(this.forgotten.get(place.table()), place.transaction())) {
			this.doubtful = this.doubtful.or(() -> Optional.of(place));
		}
		left.forEach(this.rows::remove);
		present.forEach((content) -> this.rows.put(new Outcome.Identity(content.family(), content.entity()), row));
		forget();
		return new Submission(said.provenance(), new Outcome.Mapped(present, left));
	}

	/** The first change since the last time of which nobody knows what it left. */
	Optional<ChangePlace> takeDoubtful() {
		Optional<ChangePlace> taken = this.doubtful;
		this.doubtful = Optional.empty();
		return taken;
	}

	/** None of the table's rows is left. */
	void emptied(String table) {
		this.rows.values().removeIf((row) -> row.table().equals(table));
	}

	private boolean leaves(Outcome.Identity identity, Row row) {
		Row last = this.rows.get(identity);
		return last == null || last.isSame(row);
	}

	/** Of transactions that are over nothing is asked any more. */
	private void forget() {
		var eldest = this.rows.entrySet().iterator();
		while (this.rows.size() > this.most) {
			Row row = eldest.next().getValue();
			if (Objects.equals(this.current.get(row.table()), row.transaction())) {
				this.forgotten.put(row.table(), row.transaction());
			}
			eldest.remove();
		}
	}

	private record Row(String table, String key, long transaction) {

		boolean isSame(Row other) {
			return this.table.equals(other.table) && this.key.equals(other.key);
		}

	}

}
