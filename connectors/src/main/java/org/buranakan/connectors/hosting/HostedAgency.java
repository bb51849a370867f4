package org.buranakan.connectors.hosting;

import java.nio.file.Path;
import java.util.Map;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.Publisher;
import org.buranakan.schemas.topic.AgencyId;
import org.springframework.core.io.DescriptiveResource;

/**
 * One agency as its sources need it.
 *
 * @param client the agency's own way to Kafka
 */
public record HostedAgency(ConnectorsSettings.Agency settings, Mapping mapping, Publisher publisher, HubClient client) {

	/**
	 * One whose sources are only tried: its publisher reaches nobody, and its client
	 * leads nowhere.
	 */
	public static HostedAgency rehearsing(Mapping mapping, Publisher publisher) {
		String id = mapping.profile().agency().value();
		return new HostedAgency(new ConnectorsSettings.Agency(id, new DescriptiveResource(id), Path.of(""), null, null),
				mapping, publisher, new HubClient(Map.of("schema.registry.url", "http://localhost:1")));
	}

	public AgencyId id() {
		return this.mapping.profile().agency();
	}

}
