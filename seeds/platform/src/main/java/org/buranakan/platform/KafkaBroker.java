package org.buranakan.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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
		Files.writeString(secret,
				"--add-scram\nSCRAM-SHA-512=[name=%s,password=%s]".formatted(superuser.user(), superuser.password()));
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
		Login superuser = this.clients.login(KafkaClients.SUPERUSER);
		Ports ports = this.settings.ports();
		String controller = Addresses.HOST + ":" + ports.kafkaController();
		Map<String, String> all = new LinkedHashMap<>();
		all.put("process.roles", "broker,controller");
		all.put("node.id", "1");
		all.put("log.dirs", this.settings.data().resolve("kafka").toString());
		all.put("listeners", "CLIENT://" + Addresses.HOST + ":" + ports.kafka() + ",CONTROLLER://" + controller);
		all.put("controller.quorum.bootstrap.servers", controller);
		all.put("controller.listener.names", "CONTROLLER");
		all.put("inter.broker.listener.name", "CLIENT");
		all.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
		// Two, so that a user can have two passwords while it changes from one to the
		// other.
		all.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,SCRAM-SHA-256");
		all.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
		all.put("sasl.mechanism.controller.protocol", "PLAIN");
		all.put("listener.name.client.scram-sha-512.sasl.jaas.config", KafkaClients.scram(superuser));
		all.put("listener.name.client.scram-sha-256.sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required;");
		all.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
		all.put("listener.name.controller.plain.sasl.jaas.config",
				"org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
					.formatted(superuser.user(), superuser.password()));
		all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
		all.put("super.users", "User:" + superuser.user());
		all.put("allow.everyone.if.no.acl.found", "false");
		all.put("auto.create.topics.enable", "false");
		all.put("group.initial.rebalance.delay.ms", "0");
		all.put("min.insync.replicas", "1");
		for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
			all.put(internal + ".replication.factor", "1");
			all.put(internal + ".num.partitions", "4");
		}
		all.put("transaction.state.log.min.isr", "1");
		all.put("share.coordinator.state.topic.min.isr", "1");
		return all;
	}

}
