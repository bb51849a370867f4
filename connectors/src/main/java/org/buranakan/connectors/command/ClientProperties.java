package org.buranakan.connectors.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.schemas.topic.Principal;

/** What an agency's Kafka clients need, in any language that knows Kafka's names. */
final class ClientProperties {

	/** Whom a client believes to be Kafka, where not every authority will do. */
	static final List<String> TRUST = List.of("ssl.truststore.type", "ssl.truststore.certificates");

	private ClientProperties() {
	}

	static Map<String, String> of(Administrator administrator, Principal principal, Secret password,
			ScramMechanism mechanism) {
		Map<String, String> client = new TreeMap<>();
		client.put("bootstrap.servers", administrator.property("bootstrap.servers"));
		client.put("security.protocol", administrator.property("security.protocol"));
		client.put("sasl.mechanism", mechanism.mechanismName());
		client.put("sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
					.formatted(principal.name(), password.value()));
		client.put("group.id", principal.groupPrefix() + "client");
		client.put("schema.registry.url", administrator.property("schema.registry.url"));
		TRUST.forEach((name) -> Optional.ofNullable(administrator.properties().get(name))
			.ifPresent((value) -> client.put(name, value.toString())));
		return client;
	}

}
