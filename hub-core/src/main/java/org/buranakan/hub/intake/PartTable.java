package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;

/**
 * A table of the parts of entities, replaced as a whole with its entity.
 *
 * @param <E> the entity's event
 * @param <P> a part
 */
final class PartTable<E extends SpecificRecord, P> {

	private final String name;

	private final String owner;

	private final Function<E, List<P>> parts;

	private final List<Column<Part<P>>> columns;

	PartTable(String name, String owner, Function<E, List<P>> parts, Columns<P> content) {
		this.name = name;
		this.owner = owner;
		this.parts = parts;
		this.columns = new Columns<Part<P>>().text(owner, Part::owner)
			.integer("ordinal", Part::ordinal)
			.addAll(content, Part::content)
			.list();
	}

	/**
	 * Makes the parts of these facts' entities what the facts say.
	 * @param known those of the entities that may have parts
	 */
	void replace(Statements statements, List<Fact<E>> facts, Set<String> known) {
		if (!known.isEmpty()) {
			statements.deleteAll(this.name, this.owner, known.toArray(String[]::new));
		}
		List<Part<P>> rows = new ArrayList<>();
		for (Fact<E> fact : facts) {
			int ordinal = 0;
			for (P part : this.parts.apply(fact.event())) {
				rows.add(new Part<>(fact.id(), ordinal++, part));
			}
		}
		statements.insert(this.name, this.columns, rows);
	}

	/** One part with its place. */
	private record Part<P>(String owner, int ordinal, P content) {

	}

}
