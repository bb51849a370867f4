package org.buranakan.platform;

import java.net.URI;

/**
 * Where the parts are. All of it is on the loopback interface.
 */
record Addresses(Ports ports) {

	static final String HOST = "127.0.0.1";

	String bootstrapServers() {
		return HOST + ":" + this.ports.kafka();
	}

	URI registry() {
		return URI.create("http://" + HOST + ":" + this.ports.registry() + "/apis/ccompat/v7");
	}

	URI registryReady() {
		return URI.create("http://" + HOST + ":" + this.ports.registryHealth() + "/health/ready");
	}

	URI connect() {
		return URI.create("http://" + HOST + ":" + this.ports.connect());
	}

	URI hubConnect() {
		return URI.create("http://" + HOST + ":" + this.ports.hubConnect());
	}

	String database(String name) {
		return "jdbc:postgresql://" + HOST + ":" + this.ports.postgresql() + "/" + name;
	}

}
