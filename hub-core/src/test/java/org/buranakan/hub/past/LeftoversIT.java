package org.buranakan.hub.past;

import org.buranakan.hub.audit.ViewSchema;
import org.buranakan.platform.Database;
import org.buranakan.platform.shared.SharedPlatform;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a hub that was killed left of a view at a cut is in no later hub's way. */
class LeftoversIT {

	private static final String LEFTOVER = "cut_0123456789ab_89abcdef";

	@Test
	void whatIsLeftOfAViewAtACutKeepsNoMigrationFromAlteringWhatItRefersTo() {
		// Given
		Database database = SharedPlatform.get().newDatabase();
		DriverManagerDataSource source = new DriverManagerDataSource(database.url() + "?currentSchema=view,hub",
				database.owner().user(), database.owner().password());
		JdbcClient sql = JdbcClient.create(source);
		Flyway.configure().dataSource(source).locations("classpath:db/hub").schemas("hub").load().migrate();
		ViewSchema.LIVE.migrate(source);
		sql.sql("CREATE SCHEMA " + LEFTOVER).update();
		sql.sql("CREATE VIEW " + LEFTOVER
				+ ".log AS SELECT cut, c.next_offset FROM hub.cut_log c JOIN hub.log l ON l.id = c.log_id")
			.update();
		// When
		Flyway.configure()
			.dataSource(source)
			.locations("classpath:db/hub", "classpath:db/later")
			.schemas("hub")
			.load()
			.migrate();
		// Then
		assertThat(sql.sql("SELECT count(*) FROM pg_namespace WHERE nspname = :name")
			.param("name", LEFTOVER)
			.query(Long.class)
			.single()).isZero();
	}

}
