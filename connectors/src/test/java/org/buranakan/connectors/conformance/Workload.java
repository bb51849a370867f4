package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.postgresql.PGConnection;

/**
 * What an agency's system does to its table in one round: a long insert, a COPY,
 * transactions that overlap, and a truncation, in an order of chance.
 */
final class Workload {

	private static final String ROW = "INSERT INTO activities VALUES (?, ?, '110103', '24/01/2565')";

	private static final int ROWS = 400;

	private final CapturedTable table;

	private final Random random;

	private int written;

	Workload(CapturedTable table, Random random) {
		this.table = table;
		this.random = random;
	}

	void run() throws SQLException, IOException {
		List<Step> steps = new ArrayList<>(List.of(this::insert, this::copy, this::interleave, this::refill));
		Collections.shuffle(steps, this.random);
		for (Step step : steps) {
			step.run();
		}
	}

	private void insert() throws SQLException {
		try (Connection connection = this.table.connection()) {
			connection.setAutoCommit(false);
			insert(connection, ROWS);
			connection.commit();
		}
	}

	private void copy() throws SQLException, IOException {
		StringBuilder rows = new StringBuilder();
		for (int row = 0; row < ROWS; row++) {
			rows.append(next()).append("\tอบรม\t110103\t24/01/2565\n");
		}
		try (Connection connection = this.table.connection()) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("COPY activities FROM STDIN", new StringReader(rows.toString()));
		}
	}

	/**
	 * Two at once, each longer than the other's statements; the first may come to
	 * nothing.
	 */
	private void interleave() throws SQLException {
		try (Connection one = this.table.connection(); Connection other = this.table.connection()) {
			one.setAutoCommit(false);
			other.setAutoCommit(false);
			for (int turn = 0; turn < 8; turn++) {
				insert(one, 20);
				insert(other, 20);
				change(other, turn);
			}
			other.commit();
			insert(one, 20);
			if (this.random.nextBoolean()) {
				one.commit();
			}
			else {
				one.rollback();
			}
		}
	}

	private void refill() throws SQLException {
		try (Connection connection = this.table.connection()) {
			connection.setAutoCommit(false);
			connection.createStatement().execute("TRUNCATE activities");
			insert(connection, ROWS / 4);
			connection.commit();
		}
	}

	private void change(Connection connection, int turn) throws SQLException {
		String some = " WHERE hashtext(\"รหัส\") % 40 = " + turn;
		connection.createStatement()
			.execute((this.random.nextInt(3) == 0) ? "DELETE FROM activities" + some
					: "UPDATE activities SET \"ชื่อ\" = 'แก้ไข " + next() + "'" + some);
	}

	private void insert(Connection connection, int rows) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement(ROW)) {
			for (int row = 0; row < rows; row++) {
				String id = next();
				insert.setString(1, id);
				insert.setString(2, "อบรม " + id);
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

	private String next() {
		this.written++;
		return "W-" + this.written;
	}

	private interface Step {

		void run() throws SQLException, IOException;

	}

}
