package org.buranakan.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.ConnectorsApplication;
import org.buranakan.hub.HubApplication;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Database;
import org.buranakan.platform.Platform;

/**
 * The hub and the connectors on a platform that runs, each with nothing but what it would
 * be given on a server: addresses, and the credentials of its own principals.
 */
record Running(Platform platform, RunSettings settings, PilotData data) {

	void startHub() {
		Database database = this.platform.database("hub");
		Map<String, Object> properties = common(this.settings.pagePort(), "hub");
		properties.put("spring.datasource.url", database.url());
		properties.put("spring.datasource.username", database.owner().user());
		properties.put("spring.datasource.password", database.owner().password());
		this.platform.client("hub").forEach((name, value) -> properties.put("spring.kafka.properties." + name, value));
		properties.put("spring.kafka.bootstrap-servers", this.platform.bootstrapServers());
		properties.put("hub.intake.registry", this.platform.registry());
		properties.put("hub.publication.connect", this.platform.hubConnect());
		properties.put("hub.publication.credentials", this.platform.captureCredentials("hub"));
		HubApplication.start(properties);
	}

	void startConnectors() {
		Map<String, Object> properties = common(this.settings.pushPort(), "connectors");
		List<String> agencies = this.data.agencies();
		for (int i = 0; i < agencies.size(); i++) {
			String agency = agencies.get(i);
			String prefix = "buranakan.connectors.agencies[" + i + "].";
			properties.put(prefix + "id", agency);
			properties.put(prefix + "profile", "classpath:profiles/" + agency + ".yml");
			properties.put(prefix + "credentials", this.platform.credentials(agency));
			properties.put(prefix + "inbox", inbox().resolve(agency));
			properties.put(prefix + "token", tokens().file(agency));
		}
		capture(properties);
		ConnectorsApplication.start(properties);
	}

	/** The agencies' own systems, in the pilot's own time. */
	void playAgencies() {
		new ZoneOffices(inbox(), this.data).dropFiles();
		new CentreSystems(inbox(), this.settings.pushPort(), tokens()::token, this.data).push();
	}

	Path inbox() {
		return this.platform.data().resolve("inbox");
	}

	private PushTokens tokens() {
		return new PushTokens(this.platform.data().resolve("credentials"));
	}

	/** CODI's database is captured by its own Connect worker. */
	private void capture(Map<String, Object> properties) {
		String prefix = "buranakan.capture.agencies.codi.";
		properties.put(prefix + "connect", this.platform.connect());
		properties.put(prefix + "database", this.platform.database("codi").url().substring("jdbc:".length()));
		properties.put(prefix + "credentials", this.platform.captureCredentials("codi"));
	}

	private Map<String, Object> common(int port, String name) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("server.port", port);
		properties.put("logging.file.name", this.platform.data().resolve("logs").resolve(name + ".log"));
		properties.put("logging.threshold.console", "off");
		return properties;
	}

}
