package org.buranakan.connectors.hosting;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HostingConfiguration {

	@Bean
	HostedAgencies hostedAgencies(ConnectorsSettings settings) {
		return HostedAgencies.open(settings, Clock.systemUTC());
	}

	@Bean
	SourcesHealth sourcesHealthIndicator(HostedAgencies agencies, List<SourceState> sources) {
		return new SourcesHealth(agencies, sources);
	}

}
