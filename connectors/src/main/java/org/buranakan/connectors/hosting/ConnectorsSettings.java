package org.buranakan.connectors.hosting;

import java.nio.file.Path;
import java.util.List;

import org.buranakan.schemas.topic.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which agencies this process hosts.
 *
 * @param agencies at least one
 */
@ConfigurationProperties("buranakan.connectors")
public record ConnectorsSettings(@DefaultValue List<Agency> agencies) {

	public ConnectorsSettings {
		if (agencies.isEmpty()) {
			throw new IllegalArgumentException(
					"buranakan.connectors.agencies names no agency to publish for: start in a"
							+ " folder with a connectors.yml, such as an agency's kit; or give a command: --help shows them");
		}
		agencies = List.copyOf(agencies);
		if (agencies.stream().map(Agency::id).distinct().count() < agencies.size()) {
			throw new IllegalArgumentException("buranakan.connectors.agencies names an agency twice");
		}
	}

	/**
	 * One agency.
	 *
	 * @param id as in its topics
	 * @param profile the mapping profile, YAML: {@code file:…} or {@code classpath:…}
	 * @param credentials Kafka client properties, {@code schema.registry.url} among them
	 * @param inbox folder for spreadsheets, watched if given; made if missing
	 * @param token file that holds nothing but the bearer token for HTTP pushes; pushes
	 * are refused without one
	 */
	public record Agency(String id, Resource profile, Path credentials, @Nullable Path inbox, @Nullable Path token) {

		public AgencyId agency() {
			return new AgencyId(this.id);
		}

	}

}
