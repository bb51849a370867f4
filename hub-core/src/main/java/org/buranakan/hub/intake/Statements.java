package org.buranakan.hub.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import org.springframework.jdbc.core.ConnectionCallback;
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

	/** Inserts rows none of which exists, by binary COPY. */
	<S> void insert(String table, List<Column<S>> columns, List<S> rows) {
		if (rows.isEmpty()) {
			return;
		}
		String statement = "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table,
				columns.stream().map(Column::name).collect(Collectors.joining(", ")));
		this.database.execute((ConnectionCallback<Long>) (connection) -> {
			CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
			try {
				write(columns, rows, copy);
				return copy.endCopy();
			}
			catch (SQLException | RuntimeException ex) {
				cancel(copy, ex);
				throw ex;
			}
		});
	}

	private static <S> void write(List<Column<S>> columns, List<S> rows, CopyIn copy) throws SQLException {
		BinaryRows bytes = new BinaryRows();
		for (S row : rows) {
			bytes.row(columns.size());
			columns.forEach((column) -> column.value().accept(bytes, row));
			bytes.handOver(copy);
		}
		bytes.end(copy);
	}

	private static void cancel(CopyIn copy, Exception why) {
		if (copy.isActive()) {
			try {
				copy.cancelCopy();
			}
			catch (SQLException ex) {
				why.addSuppressed(ex);
			}
		}
	}

	/** Deletes the rows whose column has one of the keys. */
	void deleteAll(String table, String column, String[] keys) {
		this.database.update("DELETE FROM %s WHERE %s = ANY (?)".formatted(table, column), (Object) keys);
	}

}
