package org.buranakan.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.buranakan.platform.process.GuardedProcess;
import org.buranakan.platform.process.Program;

/**
 * One broker that is its own controller. Clients log in with SCRAM; what no rule allows
 * is refused.
 */
final class KafkaBroker implements PartProgram {

	private static final String[] JVM = { "-Xms128m", "-Xmx640m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
			"-Dorg.slf4j.simpleLogger.showDateTime=true" };

	private final PlatformSettings settings;

	private final Toolbox toolbox;

	private final KafkaClients clients;

	KafkaBroker(PlatformSettings settings, Toolbox toolbox, KafkaClients clients) {
		this.settings = settings;
		this.toolbox = toolbox;
		this.clients = clients;
	}

	@Override
	public PartName name() {
		return PartName.KAFKA;
	}

	@Override
	public List<PortUse> ports() {
		return List.of(new PortUse(this.settings.ports().kafka(), "buranakan.platform.ports.kafka"),
				new PortUse(this.settings.ports().kafkaController(), "buranakan.platform.ports.kafka-controller"));
	}

	@Override
	public Program prepare() throws IOException, InterruptedException {
		Path data = this.settings.data();
		PropertiesFile properties = new PropertiesFile(data.resolve("kafka.properties"));
		properties.write(configuration());
		Path log = Logs.of(data, name());
		if (!Files.exists(data.resolve("kafka/meta.properties"))) {
			format(properties);
		}
		List<String> command = this.toolbox.kafka(data, "kafka.Kafka", JVM);
		command.add(properties.path().toString());
		return new Program(command, Map.of(), log, "TERM", Duration.ofSeconds(15));
	}

	@Override
	public boolean answers() {
		if (!listens()) {
			return false;
		}
		try (Admin admin = Admin.create(Map.copyOf(this.clients.properties(KafkaClients.SUPERUSER)))) {
			return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
		}
		catch (ExecutionException | TimeoutException notYet) {
			return false;
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void furnish() {
		new KafkaUsers(this.clients).provide(this.settings.principals());
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.ofLiteral(Addresses.HOST), this.settings.ports().kafka()),
					500);
			return true;
		}
		catch (IOException notYet) {
			return false;
		}
	}

	private void format(PropertiesFile properties) throws IOException, InterruptedException {
		Login superuser = this.clients.login(KafkaClients.SUPERUSER);
		List<String> command = this.toolbox.kafka(this.settings.data(), "kafka.tools.StorageTool",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
		// A command line is everybody's to read, a file of ours is not.
		Path secret = Files.createTempFile(this.settings.data(), "format", ".arguments");
		Files.writeString(secret, BrokerConfiguration.firstUser(superuser));
		command.addAll(List.of("format", "--standalone", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c",
				properties.path().toString(), "@" + secret));
		// The tool prints the keys it makes, so its output is kept only until it has
		// ended well.
		Path output = Files.createTempFile(this.settings.data(), "format", ".log");
		try {
			GuardedProcess process = GuardedProcess.start(Program.once(command, output));
			if (process.await(this.settings.limits().patience()).orElse(-1) != 0) {
				throw Logs.ended(name(), output);
			}
		}
		finally {
			Files.delete(secret);
		}
		Files.delete(output);
	}

	private Map<String, String> configuration() {
		Ports ports = this.settings.ports();
		return new BrokerConfiguration(this.clients.login(KafkaClients.SUPERUSER),
				this.settings.data().resolve("kafka"), Addresses.HOST + ":" + ports.kafka(),
				List.of(Addresses.HOST + ":" + ports.kafkaController()), 1, this.clients.encryption())
			.properties();
	}

}
