package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The fact tables, as far as they are alike. */
@Component
class Facts {

	private final JdbcOperations database;

	private final Statements statements;

	Facts(JdbcOperations database, Statements statements) {
		this.database = database;
		this.statements = statements;
	}

	/** Where those of the entities stand that the table knows. */
	Map<String, Standing> standings(FactTable<?> table, Set<String> ids) {
		Map<String, Standing> standings = new HashMap<>();
		this.database.query("SELECT id, revision, content_hash FROM " + table.name() + " WHERE id = ANY (?)", (row) -> {
			standings.put(row.getString(1), new Standing(row.getLong(2), ContentHash.of(row.getBytes(3))));
		}, (Object) ids.toArray(String[]::new));
		return standings;
	}

	/**
	 * Writes what a batch made of entities: rows and parts. A row that stands makes room
	 * for its successor, which is no more work for PostgreSQL than changing it, and all
	 * rows are copied.
	 * @return keys of the derived rows that rested on replaced rows
	 * @throws IllegalStateException if a row stands at another revision than was seen
	 * when the facts were folded: somebody else writes to the table
	 */
	<E extends SpecificRecord> Set<DirtyKey> write(FactTable<E> table, Fold<E> fold) {
		List<Fact<E>> facts = fold.winners();
		if (facts.isEmpty()) {
			return Set.of();
		}
		Set<DirtyKey> before = remove(table.name(), fold.replaced());
		this.statements.insert(table.name(), table.columns(), facts);
		table.parts().forEach((parts) -> parts.replace(this.statements, facts, fold.replaced().keySet()));
		return before;
	}

	private Set<DirtyKey> remove(String table, Map<String, Standing> replaced) {
		Set<DirtyKey> touched = new LinkedHashSet<>();
		if (replaced.isEmpty()) {
			return touched;
		}
		List<String> ids = new ArrayList<>();
		List<Long> revisions = new ArrayList<>();
		replaced.forEach((id, standing) -> {
			ids.add(id);
			revisions.add(standing.revision());
		});
		int[] removed = new int[1];
		this.database.query("""
				DELETE FROM %1$s USING unnest(?::text[], ?::bigint[]) AS seen (id, revision)
				WHERE %1$s.id = seen.id AND %1$s.revision = seen.revision RETURNING touches
				""".formatted(table), (row) -> {
			removed[0]++;
			for (String key : (String[]) row.getArray(1).getArray()) {
				touched.add(DirtyKey.parse(key));
			}
		}, ids.toArray(String[]::new), revisions.toArray(Long[]::new));
		if (removed[0] != replaced.size()) {
			throw new IllegalStateException("Of " + replaced.size() + " rows of " + table + " only " + removed[0]
					+ " stand where they were seen: it has a second writer");
		}
		return touched;
	}

}
