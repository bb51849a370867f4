package org.buranakan.connectors.hosting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.connectors.publish.HubUnreachable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN when a source or the follower of the reference data has died. An outage is told in
 * a detail and leaves it UP: starting again mends none.
 */
final class SourcesHealth implements HealthIndicator {

	private final HostedAgencies agencies;

	private final List<SourceState> sources;

	SourcesHealth(HostedAgencies agencies, List<SourceState> sources) {
		this.agencies = agencies;
		this.sources = sources;
	}

	@Override
	public Health health() {
		boolean referenceAlive = this.agencies.reference().isAlive();
		boolean allAlive = referenceAlive && this.sources.stream().allMatch(SourceState::isAlive);
		Health.Builder health = allAlive ? Health.up() : Health.down();
		health.withDetail("reference", reference(referenceAlive));
		this.sources.forEach((source) -> health.withDetail(source.name(), source.isAlive() ? "alive" : "dead"));
		this.agencies.all().forEach((agency) -> {
			agency.publisher()
				.trouble()
				.ifPresent((trouble) -> health.withDetail("publishing " + agency.id(), trouble));
			this.sources.forEach((source) -> source.hindrance(agency.id())
				.ifPresent((hindrance) -> health.withDetail(source.name() + " " + agency.id(), hindrance.toString())));
		});
		return health.build();
	}

	private String reference(boolean alive) {
		Optional<HubUnreachable> trouble = this.agencies.reference().trouble();
		if (trouble.isPresent()) {
			return "cannot be read: " + trouble.get().reason();
		}
		if (!this.agencies.reference().isCurrent()) {
			Set<String> missing = new TreeSet<>(this.agencies.reference().missing());
			return missing.isEmpty() ? "reading" : "nothing of " + String.join(", ", missing) + " is loaded yet";
		}
		return alive ? "current" : "dead";
	}

}
