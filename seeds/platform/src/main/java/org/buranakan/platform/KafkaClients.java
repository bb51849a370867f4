package org.buranakan.platform;

import java.util.Map;
import java.util.TreeMap;

/**
 * The client properties of Kafka's users.
 */
final class KafkaClients {

	/** Kafka's superuser: the broker itself, and who provisions it. */
	static final String SUPERUSER = "platform";

	private final Addresses addresses;

	private final Credentials credentials;

	KafkaClients(Addresses addresses, Credentials credentials) {
		this.addresses = addresses;
		this.credentials = credentials;
	}

	Login login(String principal) {
		return this.credentials.login(PartName.KAFKA, principal);
	}

	/** How connections are protected, on both sides. */
	Map<String, String> encryption() {
		return this.addresses.encryption();
	}

	/** What a client needs to log in as this principal. */
	Map<String, String> properties(String principal) {
		Map<String, String> properties = new TreeMap<>(this.addresses.encryption());
		properties.put("bootstrap.servers", this.addresses.bootstrapServers());
		properties.put("sasl.mechanism", "SCRAM-SHA-512");
		properties.put("sasl.jaas.config", scram(login(principal)));
		return properties;
	}

	/**
	 * Writes {@code <principal>.properties}, which any Kafka client reads as it is; its
	 * groups start with its name.
	 */
	void write(String principal) {
		Map<String, String> file = new TreeMap<>(properties(principal));
		file.put("group.id", principal + ".client");
		file.put("schema.registry.url", this.addresses.registry().toString());
		this.credentials.write(principal, file);
	}

	/**
	 * Writes {@code administrator.properties}: who lets agencies join is Kafka's
	 * superuser and may write to the registry.
	 */
	void writeAdministrator() {
		Login registrar = this.credentials.login(PartName.REGISTRY, ApicurioRegistry.REGISTRAR);
		Map<String, String> file = new TreeMap<>(properties(SUPERUSER));
		file.put("schema.registry.url", this.addresses.registry().toString());
		file.put("basic.auth.credentials.source", "USER_INFO");
		file.put("basic.auth.user.info", registrar.user() + ":" + registrar.password());
		this.credentials.write("administrator", file);
	}

	static String scram(Login login) {
		return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
			.formatted(login.user(), login.password());
	}

}
