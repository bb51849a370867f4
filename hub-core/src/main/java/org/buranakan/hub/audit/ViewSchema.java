package org.buranakan.hub.audit;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL schema that holds a view: normally {@code view}, during a rebuild another
 * one beside it. Statements name tables of the view without a schema; the connection's
 * {@code search_path} decides which copy they mean.
 */
public record ViewSchema(String name) {

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

	private Flyway flyway(DataSource database) {
		return Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/view")
			.defaultSchema(this.name)
			.schemas(this.name)
			.load();
	}

}
