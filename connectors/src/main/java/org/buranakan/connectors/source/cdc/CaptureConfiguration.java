package org.buranakan.connectors.source.cdc;

import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.SourceState;
import org.buranakan.schemas.topic.AgencyId;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

	@Bean(initMethod = "start")
	CapturedDatabases capturedDatabases(HostedAgencies agencies, CaptureProperties properties, MeterRegistry registry) {
		return new CapturedDatabases(properties.agencies()
			.entrySet()
			.stream()
			.map((capture) -> new CapturedDatabase(agencies.named(capture.getKey(), "buranakan.capture.agencies"),
					agencies.reference(), capture.getValue(), registry))
			.toList());
	}

	/**
	 * All captured databases of this process. DOWN, with the reason, while the changes of
	 * one of them cannot arrive.
	 */
	record CapturedDatabases(List<CapturedDatabase> databases) implements SourceState, HealthIndicator, AutoCloseable {

		void start() {
			this.databases.forEach(CapturedDatabase::start);
		}

		/** The agency's; empty where none of it is captured. */
		Optional<CapturedDatabase> of(AgencyId agency) {
			return this.databases.stream().filter((database) -> database.name().equals(agency.value())).findFirst();
		}

		@Override
		public String name() {
			return "captured databases";
		}

		@Override
		public long waiting(AgencyId agency) {
			return of(agency).map(CapturedDatabase::waiting).orElse(0L);
		}

		@Override
		public Optional<Hindrance> hindrance(AgencyId agency) {
			return of(agency).flatMap(CapturedDatabase::hindrance);
		}

		@Override
		public boolean isAlive() {
			return this.databases.stream().allMatch(CapturedDatabase::isAlive);
		}

		@Override
		public Health health() {
			boolean untroubled = this.databases.stream().allMatch((database) -> database.troubles().isEmpty());
			Health.Builder health = untroubled ? Health.up() : Health.down();
			this.databases.forEach((database) -> health.withDetail(database.name(),
					database.troubles().isEmpty() ? "captured" : database.troubles()));
			return health.build();
		}

		@Override
		public void close() {
			this.databases.forEach(CapturedDatabase::close);
		}

	}

}
