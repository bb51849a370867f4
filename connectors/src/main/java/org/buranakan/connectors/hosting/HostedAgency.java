package org.buranakan.connectors.hosting;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.Publisher;
import org.buranakan.schemas.topic.AgencyId;

/**
 * One agency as its sources need it.
 *
 * @param client the agency's own way to Kafka
 */
public record HostedAgency(ConnectorsSettings.Agency settings, Mapping mapping, Publisher publisher, HubClient client) {

	public AgencyId id() {
		return this.mapping.profile().agency();
	}

}
