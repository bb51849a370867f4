package org.buranakan.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.buranakan.platform.Database;
import org.buranakan.platform.Platform;

/**
 * What the hub and the connectors are told, wherever they run: addresses, and the
 * credentials of their own principals.
 */
record Told(Platform platform) {

	Map<String, Object> hub() {
		Database database = this.platform.database("hub");
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("spring.datasource.url", database.url());
		properties.put("spring.datasource.username", database.owner().user());
		properties.put("spring.datasource.password", database.owner().password());
		this.platform.client("hub").forEach((name, value) -> properties.put("spring.kafka.properties." + name, value));
		properties.put("spring.kafka.bootstrap-servers", this.platform.bootstrapServers());
		properties.put("hub.intake.registry", this.platform.registry());
		properties.put("hub.publication.connect", this.platform.hubConnect());
		properties.put("hub.publication.credentials", this.platform.captureCredentials("hub"));
		return properties;
	}

	/** Of one process for these agencies, whose profiles are at these places. */
	Map<String, Object> connectors(List<String> agencies, UnaryOperator<String> profiles) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int i = 0; i < agencies.size(); i++) {
			String agency = agencies.get(i);
			String prefix = "buranakan.connectors.agencies[" + i + "].";
			properties.put(prefix + "id", agency);
			properties.put(prefix + "profile", profiles.apply(agency));
			properties.put(prefix + "credentials", this.platform.credentials(agency));
			properties.put(prefix + "inbox", inbox().resolve(agency));
			properties.put(prefix + "token", tokens().file(agency));
		}
		if (agencies.contains("codi")) {
			capture(properties);
		}
		return properties;
	}

	Path inbox() {
		return this.platform.data().resolve("inbox");
	}

	PushTokens tokens() {
		return new PushTokens(this.platform.data().resolve("credentials"));
	}

	/** CODI's database is captured by its own Connect worker. */
	private void capture(Map<String, Object> properties) {
		String prefix = "buranakan.capture.agencies.codi.";
		properties.put(prefix + "connect", this.platform.connect());
		properties.put(prefix + "database", this.platform.database("codi").url().substring("jdbc:".length()));
		properties.put(prefix + "credentials", this.platform.captureCredentials("codi"));
	}

}
