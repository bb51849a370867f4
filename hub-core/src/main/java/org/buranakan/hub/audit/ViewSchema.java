package org.buranakan.hub.audit;

import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL schema that holds a view: normally {@code view}, during a rebuild another
 * one beside it. Statements name tables of the view without a schema; the connection's
 * {@code search_path} decides which copy they mean.
 */
public record ViewSchema(String name) {

	/** The one that a replay folds into, beside the live one. */
	public static final ViewSchema REPLAY = new ViewSchema("replay");

	/** The one that readers see. */
	public static final ViewSchema LIVE = new ViewSchema("view");

	public ViewSchema {
		if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
			throw new IllegalArgumentException("Not the name of a view's schema: " + name);
		}
	}

	/** Creates the schema and its tables, or brings them up to date. */
	public void migrate(DataSource database) {
		flyway(database).migrate();
	}

	/**
	 * Creates a copy that nobody else writes to: with its own tables for what derivation
	 * leaves in {@code hub}, which a search path that names this schema first finds
	 * first.
	 */
	public void createApart(DataSource database) {
		drop(database);
		migrate(database);
		JdbcClient statements = JdbcClient.create(database);
		for (String table : List.of("change", "resolved_finding")) {
			statements.sql("CREATE TABLE %s.%s (LIKE hub.%2$s INCLUDING ALL)".formatted(this.name, table)).update();
		}
		// What is lost with the machine is only the copy.
		tables(statements).forEach((table) -> statements.sql("ALTER TABLE %s SET UNLOGGED".formatted(table)).update());
	}

	/** Lets PostgreSQL look at what is in its tables, before anybody asks for much. */
	public void analyze(DataSource database) {
		JdbcClient statements = JdbcClient.create(database);
		tables(statements).forEach((table) -> statements.sql("ANALYZE " + table).update());
	}

	private List<String> tables(JdbcClient statements) {
		return statements.sql("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = :name")
			.param("name", this.name)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Drops the schema with all that is in it, if it is there. */
	public void drop(DataSource database) {
		JdbcClient.create(database).sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(this.name)).update();
	}

	private Flyway flyway(DataSource database) {
		return Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/view")
			.defaultSchema(this.name)
			.schemas(this.name)
			.load();
	}

}
