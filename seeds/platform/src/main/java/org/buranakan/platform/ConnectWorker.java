package org.buranakan.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.buranakan.platform.process.Program;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.ConnectCluster;
import org.buranakan.schemas.topic.Principal;

/**
 * A Connect worker with Debezium's PostgreSQL connector on its class path. CODI has one,
 * which captures its database, and the hub another, which writes the view to its topics.
 */
final class ConnectWorker implements PartProgram {

	static final AgencyId CODI = new AgencyId("codi");

	/** As whom the workers are known to Kafka. */
	static final List<Principal> PRINCIPALS = List.of(Principal.connect(CODI), Principal.hubConnect());

	private final PartName name;

	private final ConnectCluster cluster;

	private final Principal principal;

	private final PortUse port;

	private final PlatformSettings settings;

	private final Toolbox toolbox;

	private final KafkaClients clients;

	private final Http http;

	private ConnectWorker(Worker worker, PlatformSettings settings, Toolbox toolbox, KafkaClients clients, Http http) {
		this.name = worker.name();
		this.cluster = worker.cluster();
		this.principal = worker.principal();
		this.port = worker.port();
		this.settings = settings;
		this.toolbox = toolbox;
		this.clients = clients;
		this.http = http;
	}

	static ConnectWorker ofCodi(PlatformSettings settings, Toolbox toolbox, KafkaClients clients, Http http) {
		return new ConnectWorker(
				new Worker(PartName.CONNECT, ConnectCluster.of(CODI), Principal.connect(CODI),
						new PortUse(settings.ports().connect(), "buranakan.platform.ports.connect")),
				settings, toolbox, clients, http);
	}

	static ConnectWorker ofHub(PlatformSettings settings, Toolbox toolbox, KafkaClients clients, Http http) {
		return new ConnectWorker(
				new Worker(PartName.HUB_CONNECT, ConnectCluster.HUB, Principal.hubConnect(),
						new PortUse(settings.ports().hubConnect(), "buranakan.platform.ports.hub-connect")),
				settings, toolbox, clients, http);
	}

	/** Whose it is, and where it listens. */
	private record Worker(PartName name, ConnectCluster cluster, Principal principal, PortUse port) {
	}

	@Override
	public PartName name() {
		return this.name;
	}

	@Override
	public List<PortUse> ports() {
		return List.of(this.port);
	}

	@Override
	public Program prepare() throws IOException {
		Path data = this.settings.data();
		for (Path folder : readable()) {
			Files.createDirectories(folder);
		}
		PropertiesFile properties = new PropertiesFile(data.resolve(this.name.file() + ".properties"));
		properties.write(new WorkerConfiguration(this.cluster, this.clients.properties(this.principal.name()),
				address(), readable())
			.properties());
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
		return this.http.answers(address().resolve("/connectors"), "[");
	}

	@Override
	public void furnish() {
		// Connectors belong to the agency, and to the hub.
	}

	private URI address() {
		return URI.create("http://" + Addresses.HOST + ":" + this.port.port());
	}

	/** The logins of the database that it captures, and of those that tests make. */
	private List<Path> readable() {
		Path credentials = this.settings.data().resolve("credentials");
		return Stream.of(this.cluster.owner(), Databases.OF_TESTS)
			.map((database) -> credentials.resolve(Databases.captureFolder(database)))
			.toList();
	}

}
