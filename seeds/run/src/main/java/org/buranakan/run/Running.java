package org.buranakan.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.buranakan.connectors.ConnectorsApplication;
import org.buranakan.hub.HubApplication;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Platform;

/**
 * The hub and the connectors on a platform that runs, each with nothing but what it would
 * be given on a server: addresses, and the credentials of its own principals.
 */
record Running(Platform platform, RunSettings settings, PilotData data) {

	void startHub() {
		Map<String, Object> properties = common(this.settings.pagePort(), "hub");
		properties.putAll(told().hub());
		HubApplication.start(properties);
	}

	void startConnectors() {
		Map<String, Object> properties = common(this.settings.pushPort(), "connectors");
		properties.putAll(told().connectors(this.data.agencies(), (agency) -> "classpath:profiles/" + agency + ".yml"));
		ConnectorsApplication.start(properties);
	}

	/** The agencies' own systems, in the pilot's own time. */
	void playAgencies() {
		new ZoneOffices(inbox(), this.data).dropFiles();
		String connectors = "http://127.0.0.1:" + this.settings.pushPort();
		new CentreSystems(inbox(), (agency) -> connectors, told().tokens()::token, this.data).push();
	}

	/** Who may sign in on the page. */
	void addPeople() {
		new PilotPeople(told()).add();
	}

	Path inbox() {
		return told().inbox();
	}

	private Told told() {
		return new Told(this.platform);
	}

	private Map<String, Object> common(int port, String name) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("server.port", port);
		properties.put("logging.file.name", this.platform.data().resolve("logs").resolve(name + ".log"));
		properties.put("logging.threshold.console", "off");
		return properties;
	}

}
