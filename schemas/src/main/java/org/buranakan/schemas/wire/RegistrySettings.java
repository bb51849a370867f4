package org.buranakan.schemas.wire;

import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads the registry's address from a Kafka client's configuration, under Confluent's
 * names.
 */
final class RegistrySettings {

	private static final String URL = "schema.registry.url";

	private static final String USER_INFO = "basic.auth.user.info";

	private RegistrySettings() {
	}

	static SchemaRegistry registry(Map<String, ?> configuration) {
		Object url = configuration.get(URL);
		if (url == null) {
			throw new ConfigException(URL, null, "where the schema registry is");
		}
		RegistryAddress address = RegistryAddress.of(url.toString());
		return new SchemaRegistry(withCredentials(address, configuration.get(USER_INFO)));
	}

	private static RegistryAddress withCredentials(RegistryAddress address, @Nullable Object userInfo) {
		if (userInfo == null) {
			return address;
		}
		String[] parts = userInfo.toString().split(":", 2);
		if (parts.length != 2) {
			throw new ConfigException(USER_INFO + " is not <user>:<password>");
		}
		return address.as(parts[0], parts[1]);
	}

}
