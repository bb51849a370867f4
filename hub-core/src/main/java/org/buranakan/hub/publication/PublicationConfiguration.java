package org.buranakan.hub.publication;

import java.net.URI;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.buranakan.schemas.connect.ConnectorRegistration;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.ContractSerializer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Publication, where the hub has a Kafka Connect worker. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hub.publication.connect")
class PublicationConfiguration {

	@Bean
	OutboxConnector outboxConnector(HikariDataSource database, PublicationSettings settings) {
		URI address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
		return new OutboxConnector(address, Objects.requireNonNull(settings.credentials()));
	}

	@Bean
	Slot outboxSlot(JdbcClient database, OutboxConnector connector) {
		return new Slot(database, connector.firstSlot());
	}

	@Bean
	Outbox outbox(JdbcClient database, JsonMapper mapper, SchemaRegistry registry) {
		return new Outbox(database, new RowAssembly(mapper), new ContractSerializer(registry));
	}

	@Bean
	Publication publication(JdbcClient database, PlatformTransactionManager transactions, Outbox outbox, Slot slot) {
		TransactionTemplate snapshot = new TransactionTemplate(transactions);
		snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		return new Publication(database, snapshot, outbox, slot);
	}

	@Bean("publishing")
	PublicationWorker publicationWorker(Publication publication, Outbox outbox, MeterRegistry meters) {
		return new PublicationWorker(publication, outbox,
				Counter.builder("hub.publication.rows").description("Rows written to hub.view.*").register(meters));
	}

	@Bean
	ConnectorRegistration outboxRegistration(PublicationSettings settings, OutboxConnector connector, Slot slot) {
		return new ConnectorRegistration(Objects.requireNonNull(settings.connect()), connector.name(),
				() -> connector.configuration(slot.name()));
	}

	@Bean("outboxReader")
	OutboxWatch outboxWatch(ConnectorRegistration outboxRegistration, HikariDataSource database,
			Publication publication, Slot slot, MeterRegistry meters) {
		OutboxWatch watch = new OutboxWatch(outboxRegistration, new WatchDuty(database), publication, slot);
		Gauge.builder("hub.publication.behind", watch, OutboxWatch::behind)
			.baseUnit("bytes")
			.description("What Debezium has not confirmed of the database's log")
			.register(meters);
		return watch;
	}

}
