package org.buranakan.hub.view;

import java.time.Duration;
import java.util.function.Consumer;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what takes several statements, or more rows than memory should hold, from one
 * committed state of the database. A snapshot keeps a connection: whoever offers one to
 * the public says how many at a time.
 */
@Component
public final class Snapshots {

	/** Rows that are in memory at a time. */
	private static final int FETCH = 200;

	/**
	 * One bound in place of those of whoever reads but a page; room to sort a nation's
	 * rows; and no code made for a statement that runs once.
	 */
	private static final String BOUNDED = """
			SELECT string_agg(set_config(setting, value, true), '') FROM (VALUES ('statement_timeout', '0'),
			    ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', :longest), ('work_mem', '32MB'), ('jit', 'off')) AS s (setting, value)
			""";

	private final JdbcClient database;

	private final Documents documents;

	private final TransactionTemplate snapshot;

	Snapshots(@Reading DataSource source, JsonMapper mapper) {
		JdbcTemplate template = new JdbcTemplate(source);
		template.setFetchSize(FETCH);
		this.database = JdbcClient.create(template);
		this.documents = new Documents(this.database, mapper);
		this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
	}

	/**
	 * All that the reader reads while it is called shows the same state. It may take its
	 * time over each row, but no longer than this in all: then its connection is cut, for
	 * a snapshot keeps the database from cleaning up.
	 */
	public void read(Duration longest, Consumer<Documents> reader) {
		this.snapshot.executeWithoutResult((status) -> {
			this.database.sql(BOUNDED).param("longest", longest.toMillis() + "ms").query(String.class).single();
			reader.accept(this.documents);
		});
	}

}
