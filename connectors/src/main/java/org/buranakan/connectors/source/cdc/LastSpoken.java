package org.buranakan.connectors.source.cdc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.Submission;

/**
 * Which row spoke last of an entity. Rows hand entities over to one another: two swap
 * their codes in one statement, or a new row is inserted before the old one is deleted.
 * The one that leaves an entity must not take it from the one that has it now. Only the
 * latest are remembered: such changes come together, and a verification mends the rest.
 */
final class LastSpoken {

	private static final int MOST = 10_000;

	private final Map<Outcome.Identity, Row> rows = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Outcome.Identity, Row> eldest) {
			return size() > MOST;
		}
	};

	/**
	 * What a change says, the next in order, without what another row has taken over.
	 */
	Submission heed(ChangePlace place, Submission said) {
		if (place.isKeyless() || !(said.outcome() instanceof Outcome.Mapped(List<Content> present, var absent))) {
			return said;
		}
		Row row = new Row(place.table(), place.key());
		List<Outcome.Identity> left = absent.stream()
			.filter((identity) -> this.rows.getOrDefault(identity, row).equals(row))
			.toList();
		left.forEach(this.rows::remove);
		present.forEach((content) -> this.rows.put(new Outcome.Identity(content.family(), content.entity()), row));
		return new Submission(said.provenance(), new Outcome.Mapped(present, left));
	}

	/** None of the table's rows is left. */
	void emptied(String table) {
		this.rows.values().removeIf((row) -> row.table().equals(table));
	}

	private record Row(String table, String key) {
	}

}
