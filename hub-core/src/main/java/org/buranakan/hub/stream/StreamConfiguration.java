package org.buranakan.hub.stream;

import java.util.HashSet;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.buranakan.hub.view.Reading;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Which logs tell of changes: the topics, where this hub publishes, and its own table.
 */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

	private static final String PUBLISHES = "hub.publication.connect";

	@Bean
	RecentChanges recentChanges(StreamSettings settings, Environment environment) {
		Set<String> logs = new HashSet<>(Set.of(ChangeTable.LOG));
		if (environment.containsProperty(PUBLISHES)) {
			logs.addAll(ViewTopics.families());
		}
		return new RecentChanges(logs, settings.kept());
	}

	@Bean
	ChangeTable changeTable(@Reading JdbcClient database, JsonMapper mapper, RecentChanges recent,
			StreamSettings settings) {
		return new ChangeTable(database, mapper, recent, settings.poll());
	}

	@Bean("viewTopics")
	@ConditionalOnProperty(PUBLISHES)
	ViewTopics viewTopics(ConsumerFactory<byte[], byte[]> consumers, Admin admin, JsonMapper mapper,
			RecentChanges recent) {
		return new ViewTopics(consumers, admin, mapper, recent);
	}

}
