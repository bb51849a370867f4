package org.buranakan.hub.intake;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Set-based statements: one per table and batch, whatever the batch's size. Tables of the
 * view are named without a schema; the connection's search path decides.
 */
@Component
class Statements {

	private final JdbcOperations database;

	Statements(JdbcOperations database) {
		this.database = database;
	}

	/**
	 * Inserts the rows, which arrive as one array per column.
	 * @param conflict what to do with rows that exist; empty where none can
	 * @return how many rows were written
	 */
	<S> int insert(String table, List<Column<S>> columns, List<S> rows, String conflict) {
		if (rows.isEmpty()) {
			return 0;
		}
		String statement = "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS batch (%s) %s".formatted(table,
				names(columns, "%s"), values(columns), carriers(columns), names(columns, "%s"), conflict);
		return this.database.update((connection) -> {
			var prepared = connection.prepareStatement(statement);
			for (int i = 0; i < columns.size(); i++) {
				Column<S> column = columns.get(i);
				prepared.setArray(i + 1, connection.createArrayOf(column.carrier(), column.values(rows)));
			}
			return prepared;
		});
	}

	/** Deletes the rows whose column has one of the keys. */
	void deleteAll(String table, String column, String[] keys) {
		this.database.update("DELETE FROM %s WHERE %s = ANY (?)".formatted(table, column), (Object) keys);
	}

	/** Overwrites all columns of a row with the same key. */
	static <S> String overwrite(String key, List<Column<S>> columns) {
		return "ON CONFLICT (%s) DO UPDATE SET %s".formatted(key, names(columns, "%1$s = excluded.%1$s"));
	}

	private static <S> String names(List<Column<S>> columns, String pattern) {
		return columns.stream().map((column) -> pattern.formatted(column.name())).collect(Collectors.joining(", "));
	}

	private static <S> String values(List<Column<S>> columns) {
		return columns.stream()
			.map((column) -> "batch." + column.name() + "::" + column.type())
			.collect(Collectors.joining(", "));
	}

	private static <S> String carriers(List<Column<S>> columns) {
		return columns.stream().map((column) -> "?::" + column.carrier() + "[]").collect(Collectors.joining(", "));
	}

}
