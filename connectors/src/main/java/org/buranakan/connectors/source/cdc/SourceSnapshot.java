package org.buranakan.connectors.source.cdc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All rows of a database as one moment saw them, read beside Debezium in a read-only
 * transaction that stays open until it is closed.
 */
final class SourceSnapshot implements AutoCloseable {

	private static final int ROWS_AT_ONCE = 1_000;

	private static final String TIMEOUT_SECONDS = "10";

	private final Connection connection;

	private final TransactionSnapshot transactions;

	private final Instant at;

	private final LogPosition log;

	private final SourceCatalog catalog;

	/** Which files held each table when this was opened. */
	private final Map<String, String> files;

	private final Set<String> published;

	private SourceSnapshot(Connection connection, Map<String, String> files, String publication) throws SQLException {
		this.connection = connection;
		this.catalog = new SourceCatalog(connection);
		this.files = Map.copyOf(files);
		try (Statement statement = connection.createStatement(); ResultSet now = statement.executeQuery("""
				SELECT pg_current_snapshot()::text, clock_timestamp(),
				  (pg_current_wal_lsn() - '0/0'::pg_lsn)::int8""")) {
			now.next();
			this.transactions = TransactionSnapshot.parse(now.getString(1));
			this.at = now.getObject(2, OffsetDateTime.class).toInstant();
			this.log = new LogPosition(now.getLong(3));
		}
		this.published = this.catalog.published(publication);
	}

	/**
	 * Opens one; the moment is now.
	 * @param tables that may be read
	 * @throws SQLException also if the credentials cannot be read here
	 */
	static SourceSnapshot open(CaptureSettings settings, Collection<String> tables) throws SQLException {
		URI database = settings.database();
		Connection connection = DriverManager.getConnection(
				"jdbc:postgresql://" + database.getHost() + ":" + database.getPort() + database.getPath(),
				login(settings));
		try {
			connection.setReadOnly(true);
			// Before the moment: what comes between the two is noticed.
			Map<String, String> files = new HashMap<>();
			for (String table : tables) {
				files.put(table, new SourceCatalog(connection).file(table));
			}
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				// It waits for the stream, and reads tables of any size.
				statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
				statement.execute("SET LOCAL statement_timeout = 0");
				// Rows that a policy hides would seem to be gone: an error instead.
				statement.execute("SET LOCAL row_security = off");
			}
			return new SourceSnapshot(connection, files, settings.publication());
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/** The moment, by the database's clock. */
	Instant at() {
		return this.at;
	}

	/** Where the database's log ended about then. */
	LogPosition log() {
		return this.log;
	}

	/** The transactions that had begun and that it does not show. */
	Set<Long> open() {
		return this.transactions.open();
	}

	/** Whether changes of the table are published to the stream at all. */
	boolean isPublished(String table) {
		return this.published.contains(table);
	}

	/** Whether it shows what the change did; of rows of a snapshot nobody can tell. */
	boolean contains(ChangePlace change) {
		return change.transaction() != 0 && this.transactions.contains(change.transaction());
	}

	/** Whether the table has no row at all. */
	boolean isEmpty(String table) throws SQLException {
		return inSavepoint(() -> {
			try (Statement statement = this.connection.createStatement();
					ResultSet any = statement
						.executeQuery("SELECT EXISTS (SELECT FROM " + SourceCatalog.quoted(table) + ")")) {
				any.next();
				boolean empty = !any.getBoolean(1);
				requireSameFile(table);
				return empty;
			}
		});
	}

	/**
	 * Hands over every row of a table.
	 * @param columns what is read, as far as the table has it; the primary key is too
	 */
	void read(String table, Set<String> columns, RowReader reader) throws SQLException {
		inSavepoint(() -> {
			Map<String, String> types = this.catalog.types(table);
			List<String> key = this.catalog.key(table);
			List<String> read = types.keySet()
				.stream()
				.filter((column) -> columns.contains(column) || key.contains(column))
				.toList();
			try (Statement statement = this.connection.createStatement()) {
				statement.setFetchSize(ROWS_AT_ONCE);
				String list = read.stream()
					.map((column) -> expression(column, types.getOrDefault(column, "")))
					.collect(Collectors.joining(", "));
				try (ResultSet row = statement
					.executeQuery("SELECT " + list + " FROM " + SourceCatalog.quoted(table))) {
					while (row.next()) {
						ObjectNode all = JsonNodeFactory.instance.objectNode();
						for (int index = 0; index < read.size(); index++) {
							String column = read.get(index);
							all.set(column, ColumnValue.read(row, index + 1, types.getOrDefault(column, "text")));
						}
						ObjectNode keyed = JsonNodeFactory.instance.objectNode();
						key.forEach((column) -> keyed.set(column, all.path(column)));
						all.retain(columns);
						reader.read(keyed, all);
					}
				}
			}
			requireSameFile(table);
			return key;
		});
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ignored) {
			// The database ends what is left of it.
		}
	}

	/**
	 * A table that was truncated or rewritten since looks empty to an older snapshot
	 * (PostgreSQL's manual, 13.6). Where it has been read, its lock keeps it as it is.
	 */
	private void requireSameFile(String table) throws SQLException {
		if (!this.catalog.file(table).equals(this.files.get(table))) {
			throw new SQLException(table + " was emptied or rewritten meanwhile");
		}
	}

	/** What fails of one table leaves the transaction to the others. */
	private <T> T inSavepoint(Reading<T> reading) throws SQLException {
		Savepoint before = this.connection.setSavepoint();
		try {
			T result = reading.read();
			this.connection.releaseSavepoint(before);
			return result;
		}
		catch (SQLException ex) {
			if (!this.connection.isClosed()) {
				this.connection.rollback(before);
			}
			throw ex;
		}
	}

	private static Properties login(CaptureSettings settings) throws SQLException {
		Properties credentials = new Properties();
		try (InputStream in = Files.newInputStream(Path.of(settings.credentials()))) {
			credentials.load(in);
		}
		catch (IOException ex) {
			throw new SQLException("The connector cannot read the credentials, which it needs to compare rows: "
					+ settings.credentials(), ex);
		}
		Properties login = new Properties();
		login.setProperty("user", credentials.getProperty("username", ""));
		login.setProperty("password", credentials.getProperty("password", ""));
		login.setProperty("ApplicationName", "buranakan verification");
		login.setProperty("connectTimeout", TIMEOUT_SECONDS);
		login.setProperty("loginTimeout", TIMEOUT_SECONDS);
		login.setProperty("socketTimeout", "120");
		login.setProperty("tcpKeepAlive", "true");
		// Whoever waits behind somebody's ALTER TABLE lets nobody else pass either.
		login.setProperty("options", "-c lock_timeout=3000");
		return login;
	}

	/** Money is written as each session likes it. */
	private static String expression(String column, String type) {
		String name = SourceCatalog.quotedPart(column);
		return type.equals("money") ? name + "::numeric" : name;
	}

	/** Takes a row: its primary key, empty where there is none, and its columns. */
	@FunctionalInterface
	interface RowReader {

		void read(ObjectNode key, ObjectNode columns);

	}

	@FunctionalInterface
	private interface Reading<T> {

		T read() throws SQLException;

	}

}
