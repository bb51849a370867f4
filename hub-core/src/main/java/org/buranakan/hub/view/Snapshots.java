package org.buranakan.hub.view;

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

	/** All that the reader reads while it is called shows the same state. */
	public void read(Consumer<Documents> reader) {
		this.snapshot.executeWithoutResult((status) -> {
			this.database.sql("SET LOCAL statement_timeout TO '10min'").update();
			reader.accept(this.documents);
		});
	}

}
