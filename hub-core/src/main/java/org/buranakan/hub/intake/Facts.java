package org.buranakan.hub.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		this.database.query("SELECT id, revision, encode(content_hash, 'hex'), touches FROM " + table.name()
				+ " WHERE id = ANY (?)", (row) -> {
					String[] touches = (String[]) row.getArray(4).getArray();
					standings.put(row.getString(1), new Standing(row.getLong(2), new ContentHash(row.getString(3)),
							Stream.of(touches).map(DirtyKey::parse).collect(Collectors.toSet())));
				}, (Object) ids.toArray(String[]::new));
		return standings;
	}

	/**
	 * Writes the facts' rows and parts.
	 * @throws IllegalStateException if a row stands at a revision that was not seen when
	 * the facts were folded: somebody else writes to the table
	 */
	<E extends SpecificRecord> void write(FactTable<E> table, List<Fact<E>> facts) {
		int written = this.statements.insert(table.name(), table.columns(), facts,
				Statements.overwrite("id", table.columns())
						+ " WHERE %s.revision < excluded.revision".formatted(table.name()));
		if (written != facts.size()) {
			throw new IllegalStateException("Of " + facts.size() + " rows of " + table.name() + " only " + written
					+ " could be written: it has a second writer");
		}
		if (!facts.isEmpty()) {
			table.parts().forEach((parts) -> parts.replace(this.statements, facts));
		}
	}

}
