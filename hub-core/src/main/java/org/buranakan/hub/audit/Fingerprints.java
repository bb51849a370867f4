package org.buranakan.hub.audit;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.buranakan.hub.view.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes fingerprints of the view, each in one snapshot of the database. */
@Component
public class Fingerprints {

	private static final int FETCH = 5_000;

	private final JdbcTemplate rows;

	private final JdbcClient database;

	private final TransactionTemplate snapshot;

	private final List<CanonicalTable> tables;

	Fingerprints(@Reading DataSource source, List<CanonicalTable> tables) {
		this.rows = new JdbcTemplate(source);
		this.rows.setFetchSize(FETCH);
		this.database = JdbcClient.create(source);
		JdbcTransactionManager snapshots = new JdbcTransactionManager(source);
		// What is done with other databases meanwhile is no part of it.
		snapshots.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
		this.snapshot = new TransactionTemplate(snapshots);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
		this.tables = tables.stream().sorted(Comparator.comparing(CanonicalTable::name)).toList();
	}

	/** Those of another copy of the view. */
	public Fingerprints of(DataSource copy) {
		return new Fingerprints(copy, this.tables);
	}

	/**
	 * Reads in one snapshot, which this class's other methods then share, however long
	 * what is done between takes.
	 */
	public <T> T inSnapshot(Supplier<T> reading) {
		return this.snapshot.execute((status) -> {
			this.database.sql("SET LOCAL idle_in_transaction_session_timeout TO 0").update();
			this.database.sql("SET LOCAL DateStyle TO 'ISO'").update();
			this.database.sql("SET LOCAL statement_timeout TO '10min'").update();
			return reading.get();
		});
	}

	/** The fingerprint of the view as it is now. */
	public Fingerprint take() {
		return inSnapshot(() -> {
			CanonicalDigest facts = new CanonicalDigest();
			CanonicalDigest all = new CanonicalDigest();
			for (CanonicalTable table : this.tables) {
				List<CanonicalDigest> digests = table.derived() ? List.of(all) : List.of(facts, all);
				digests.forEach((digest) -> digest.table(table.name()));
				each(table, (values) -> digests.forEach((digest) -> digest.row(values)));
			}
			return new Fingerprint(all.hex(), facts.hex(), positions(), all.rows(), isDrained(), businessDate());
		});
	}

	/** Whether derived rows are those of the facts: no dirty key is left. */
	public boolean isDrained() {
		return this.database.sql("SELECT NOT EXISTS (SELECT FROM dirty)").query(Boolean.class).single();
	}

	/** Hands over the canonical rows of a table, one after the other. */
	void each(CanonicalTable table, Consumer<@Nullable String[]> row) {
		this.rows.query(table.query(), (ResultSet rows) -> row.accept((String[]) rows.getArray(1).getArray()));
	}

	/** The tables, in the order of their names. */
	List<CanonicalTable> tables() {
		return this.tables;
	}

	/**
	 * What tells two states of the view apart without reading them: how far the logs were
	 * read, and how far what follows was derived.
	 */
	String mark() {
		return this.database
			.sql("""
					SELECT (SELECT string_agg(id || ':' || topic_id || ':' || next_offset, ' ' ORDER BY id) FROM hub.log)
					    || ' ' || coalesce((SELECT xid || '-' || seq FROM hub.change ORDER BY xid DESC, seq DESC LIMIT 1), '')
					    || ' ' || coalesce((SELECT min(id) || '-' || max(id) FROM dirty), '')
					""")
			.query(String.class)
			.optional()
			.orElse("");
	}

	/** How far each log is read. */
	public List<Fingerprint.Position> positions() {
		return this.database.sql("""
				SELECT topic, topic_id, partition, next_offset FROM log ORDER BY topic COLLATE "C", partition
				""")
			.query((row, number) -> new Fingerprint.Position(row.getString(1), row.getString(2), row.getInt(3),
					row.getLong(4)))
			.list();
	}

	private @Nullable LocalDate businessDate() {
		return this.database.sql("SELECT max(date) FROM business_date").query(LocalDate.class).optional().orElse(null);
	}

}
