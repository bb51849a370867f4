package org.buranakan.platform;

import java.net.URI;
import java.util.Map;

/**
 * Where the parts are.
 *
 * @param encryption how Kafka's clients protect their connections: a security protocol,
 * and whom they trust
 * @param postgresql host and port
 */
record Addresses(String bootstrapServers, Map<String, String> encryption, URI registry, URI registryReady, URI connect,
		URI hubConnect, String postgresql) {

	static final String HOST = "127.0.0.1";

	Addresses {
		encryption = Map.copyOf(encryption);
	}

	/** All of it on the loopback interface. */
	Addresses(Ports ports) {
		this(HOST + ":" + ports.kafka(), Map.of("security.protocol", "SASL_PLAINTEXT"),
				http(ports.registry(), "/apis/ccompat/v7"), http(ports.registryHealth(), "/health/ready"),
				http(ports.connect(), ""), http(ports.hubConnect(), ""), HOST + ":" + ports.postgresql());
	}

	String database(String name) {
		return "jdbc:postgresql://" + this.postgresql + "/" + name;
	}

	private static URI http(int port, String path) {
		return URI.create("http://" + HOST + ":" + port + path);
	}

}
