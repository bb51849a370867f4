package org.buranakan.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.platform.process.Program;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.ConnectCluster;
import org.buranakan.schemas.topic.Principal;

/**
 * CODI's Connect worker, with Debezium's PostgreSQL connector on its class path.
 */
final class ConnectWorker implements PartProgram {

	static final AgencyId AGENCY = new AgencyId("codi");

	static final Principal PRINCIPAL = Principal.connect(AGENCY);

	private static final String CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

	private final PlatformSettings settings;

	private final Toolbox toolbox;

	private final KafkaClients clients;

	private final Http http;

	ConnectWorker(PlatformSettings settings, Toolbox toolbox, KafkaClients clients, Http http) {
		this.settings = settings;
		this.toolbox = toolbox;
		this.clients = clients;
		this.http = http;
	}

	@Override
	public PartName name() {
		return PartName.CONNECT;
	}

	@Override
	public List<PortUse> ports() {
		return List.of(new PortUse(this.settings.ports().connect(), "buranakan.platform.ports.connect"));
	}

	@Override
	public Program prepare() throws IOException {
		Path data = this.settings.data();
		PropertiesFile properties = new PropertiesFile(data.resolve("connect.properties"));
		properties.write(configuration());
		List<String> command = this.toolbox.kafka(data, "org.apache.kafka.connect.cli.ConnectDistributed", "-Xms96m",
				"-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
				"-Dorg.slf4j.simpleLogger.showDateTime=true");
		command.add(properties.path().toString());
		return new Program(command, Map.of(), Logs.of(data, name()), "TERM", Duration.ofSeconds(10));
	}

	/**
	 * The list of connectors, unlike the root resource, is refused until the worker has
	 * joined its group.
	 */
	@Override
	public boolean answers() {
		return this.http.answers(new Addresses(this.settings.ports()).connect().resolve("/connectors"), "[");
	}

	@Override
	public void furnish() {
		// Connectors belong to the agency.
	}

	private Map<String, String> configuration() {
		ConnectCluster cluster = new ConnectCluster(AGENCY);
		Map<String, String> all = new LinkedHashMap<>();
		this.clients.properties(PRINCIPAL.name()).forEach((name, value) -> {
			all.put(name, value);
			if (!"bootstrap.servers".equals(name)) {
				all.put("producer." + name, value);
				all.put("consumer." + name, value);
				all.put("admin." + name, value);
			}
		});
		all.put("group.id", cluster.groupId());
		all.put("config.storage.topic", cluster.configTopic());
		all.put("offset.storage.topic", cluster.offsetTopic());
		all.put("status.storage.topic", cluster.statusTopic());
		for (String storage : List.of("config", "offset", "status")) {
			all.put(storage + ".storage.replication.factor", "1");
		}
		all.put("offset.storage.partitions", "1");
		all.put("status.storage.partitions", "1");
		for (String side : List.of("key", "value")) {
			all.put(side + ".converter", CONVERTER);
			all.put(side + ".converter.schemas.enable", "false");
		}
		all.put("exactly.once.source.support", "enabled");
		// A worker that was killed is missed sooner, and its successor need not wait.
		all.put("session.timeout.ms", "6000");
		all.put("heartbeat.interval.ms", "1500");
		all.put("plugin.discovery", "service_load");
		all.put("listeners", "http://" + Addresses.HOST + ":" + this.settings.ports().connect());
		all.put("rest.advertised.host.name", Addresses.HOST);
		// So that a connector's configuration, which Connect stores and shows, need not
		// hold a password.
		all.put("config.providers", "file");
		all.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
		all.put("config.providers.file.param.allowed.paths", this.settings.data().resolve("credentials").toString());
		return all;
	}

}
