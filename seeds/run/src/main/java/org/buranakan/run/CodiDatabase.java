package org.buranakan.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Database;

/**
 * CODI's own database: filled once, as CODI would have filled it over the months. What
 * happens to its rows later is CODI's business; Debezium captures it.
 */
record CodiDatabase(Database database, PilotData data) {

	void fill() {
		try (Connection connection = DriverManager.getConnection(this.database.url(), this.database.owner().user(),
				this.database.owner().password()); Statement statement = connection.createStatement()) {
			if (!isEmpty(statement)) {
				return;
			}
			connection.setAutoCommit(false);
			statement.execute(this.data.codiSql());
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("CODI's database was not filled", ex);
		}
	}

	private static boolean isEmpty(Statement statement) throws SQLException {
		try (ResultSet count = statement.executeQuery(
				"SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
			count.next();
			return count.getInt(1) == 0;
		}
	}

}
