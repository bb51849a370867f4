package org.buranakan.hub.publication;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;
import org.buranakan.platform.Database;
import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.ContractSerializer;
import org.flywaydb.core.Flyway;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A hub's database that is published, without a hub and without Debezium: its slot is
 * there, and nobody reads it.
 */
final class PublishedDatabase implements AutoCloseable {

	private final HikariDataSource source = new HikariDataSource();

	private final JdbcClient sql;

	private final JdbcClient capture;

	private final Slot slot;

	private final Publication publication;

	PublishedDatabase() {
		Platform platform = SharedPlatform.get();
		Database database = platform.newDatabase();
		this.source.setJdbcUrl(database.url() + "?currentSchema=view,hub");
		this.source.setUsername(database.owner().user());
		this.source.setPassword(database.owner().password());
		this.source.setMaximumPoolSize(4);
		this.source.setMinimumIdle(0);
		this.sql = JdbcClient.create(this.source);
		this.capture = JdbcClient.create(
				new DriverManagerDataSource(database.url(), database.capture().user(), database.capture().password()));
		Flyway.configure().dataSource(this.source).locations("classpath:db/hub").schemas("hub").load().migrate();
		ViewSchema.LIVE.migrate(this.source);
		register(platform);
		this.slot = new Slot(this.sql,
				new OutboxConnector(URI.create(database.url().substring("jdbc:".length())), "").firstSlot());
		this.capture.sql("SELECT pg_create_logical_replication_slot(:name, 'pgoutput')")
			.param("name", this.slot.name())
			.query()
			.listOfRows();
		this.publication = publication(platform);
	}

	/** Another one on the same database, as of another hub. */
	Publication publication(Platform platform) {
		TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(this.source));
		snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		SchemaRegistry registry = new SchemaRegistry(RegistryAddress.of(platform.registry().toString()));
		return new Publication(this.sql, snapshot,
				new Outbox(this.sql, new RowAssembly(JsonMapper.shared()), new ContractSerializer(registry)),
				this.slot);
	}

	private static void register(Platform platform) {
		Registrar registrar = new Registrar(RegistryAddress.of(platform.registry().toString())
			.as(platform.registrar().user(), platform.registrar().password()));
		for (RowFamily family : RowFamily.values()) {
			Contract.of(family.kind())
				.orElseThrow()
				.versions()
				.forEach((version) -> registrar.register(family.kind().topic(), version));
		}
	}

	Publication publication() {
		return this.publication;
	}

	JdbcClient sql() {
		return this.sql;
	}

	/** Not of those that hand themselves to transactions. */
	Connection connect() throws SQLException {
		return this.source.getConnection();
	}

	HikariDataSource source() {
		return this.source;
	}

	/** Passes until there is nothing more to do at once. */
	int passes() {
		int rows = 0;
		Published published;
		do {
			published = this.publication.pass();
			rows += published.rows();
		}
		while (published.more());
		return rows;
	}

	/** Findings whose ids begin so. */
	void findings(String prefix, int from, int to) {
		this.sql
			.sql("""
					INSERT INTO finding (id, rule, rule_version, severity, text_th, text_en, areas, agencies, subjects, since, computable, evidence, keys)
					SELECT :prefix || lpad(number::text, 6, '0'), 'rule', 1, 'NOTICE', 'ก', 'a', '{}', '{}', '{}', '2022-01-01', true, '[]', '{}'
					FROM generate_series(:from::integer, :to::integer) AS number
					""")
			.param("prefix", prefix)
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** What derivation says beside a change of its. */
	void tells(String finding) {
		this.sql.sql("INSERT INTO hub.change (family, key) VALUES ('finding', :key)").param("key", finding).update();
	}

	@Override
	public void close() {
		this.source.close();
		this.capture.sql(
				"SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()")
			.query()
			.listOfRows();
	}

}
