package org.buranakan.hub.audit;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is durable comes first: derived rows of the view refer to it. */
@Configuration(proxyBeanMethods = false)
class MigrationOrder {

	@Bean
	FlywayMigrationStrategy durableThenView() {
		return (durable) -> {
			durable.migrate();
			ViewSchema.LIVE.migrate(durable.getConfiguration().getDataSource());
		};
	}

}
