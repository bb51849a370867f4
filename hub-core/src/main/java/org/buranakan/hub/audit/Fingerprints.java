package org.buranakan.hub.audit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import javax.sql.DataSource;

import org.buranakan.hub.view.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
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
		this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
		this.tables = tables.stream().sorted(Comparator.comparing(CanonicalTable::name)).toList();
	}

	/** The fingerprint of the view as it is now. */
	public Fingerprint take() {
		return this.snapshot.execute((status) -> {
			this.database.sql("SET LOCAL DateStyle TO 'ISO'").update();
			this.database.sql("SET LOCAL statement_timeout TO '10min'").update();
			CanonicalDigest facts = new CanonicalDigest();
			CanonicalDigest all = new CanonicalDigest();
			for (CanonicalTable table : this.tables) {
				List<CanonicalDigest> digests = table.derived() ? List.of(all) : List.of(facts, all);
				digests.forEach((digest) -> digest.table(table.name()));
				this.rows.query(table.query(), (row) -> {
					String[] values = (String[]) row.getArray(1).getArray();
					digests.forEach((digest) -> digest.row(values));
				});
			}
			return new Fingerprint(all.hex(), facts.hex(), positions(), all.rows(), isDrained(), businessDate());
		});
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

	private List<Fingerprint.Position> positions() {
		return this.database.sql("""
				SELECT topic, topic_id, partition, next_offset FROM hub.log ORDER BY topic COLLATE "C", partition
				""")
			.query((row, number) -> new Fingerprint.Position(row.getString(1), row.getString(2), row.getInt(3),
					row.getLong(4)))
			.list();
	}

	private boolean isDrained() {
		return this.database.sql("SELECT NOT EXISTS (SELECT FROM dirty)").query(Boolean.class).single();
	}

	private @Nullable LocalDate businessDate() {
		return this.database.sql("SELECT max(date) FROM business_date").query(LocalDate.class).optional().orElse(null);
	}

}
