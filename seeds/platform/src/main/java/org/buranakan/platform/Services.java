package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.common.Uuid;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.ConnectCluster;
import org.buranakan.schemas.topic.Principal;

/**
 * The platform as {@code docker-compose.yml} runs it: each part is a service and answers
 * under its name. What a service is to know lies in a folder of its own,
 * {@code for/<service>}, which the service sees as its {@code credentials}. Scaled out,
 * as {@code docker-compose.scale.yml} has it, there are three brokers, and two workers of
 * each Connect cluster.
 */
public final class Services {

	private static final Ports PORTS = new Ports(8081, 18081, 9092, 9093, 5432, 8083, 8084);

	private static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");

	private static final String RUN = "run/";

	/** Where it is, a broker whose volume is empty has lost what was in it. */
	private static final String FORMATTED = RUN + "formatted";

	private static final String CREDENTIALS = "credentials";

	private static final String CLOSED = "Services are stopped with docker compose";

	private final Path data;

	private final List<String> brokers;

	private final int workers;

	private final Credentials credentials;

	private final Certificates certificates;

	private final Addresses addresses;

	/** The directory is the same one in every service. */
	public Services(Path data, boolean scaled) {
		this.data = data;
		this.brokers = BROKERS.subList(0, scaled ? BROKERS.size() : 1);
		this.workers = scaled ? 2 : 1;
		this.credentials = Credentials.in(data.resolve(CREDENTIALS));
		this.certificates = new Certificates(data.resolve(CREDENTIALS),
				this.credentials.login(PartName.KAFKA, "key-stores").password());
		this.addresses = new Addresses(all(PORTS.kafka()),
				Map.of("security.protocol", "SASL_SSL", "ssl.truststore.type", "PEM", "ssl.truststore.certificates",
						this.certificates.authority()),
				URI.create("http://registry:" + PORTS.registry() + "/apis/ccompat/v7"),
				URI.create("http://registry:" + PORTS.registryHealth() + "/health/ready"), worker("codi"),
				worker("hub"), "postgresql:" + PORTS.postgresql());
	}

	/** The parts, by addresses and credentials. */
	public Platform platform() {
		return new Platform(this.data, this.addresses, this.credentials, new Parts() {

			@Override
			public void act(PartName part, Action action) {
				throw new UnsupportedOperationException(CLOSED);
			}

			@Override
			public void close() {
				// Nothing of ours.
			}

		});
	}

	/** Makes every login that is not there yet, and hands each part what it is told. */
	public void furnish(List<String> principals, List<String> databases) {
		KafkaClients clients = new KafkaClients(this.addresses, this.credentials);
		principals.forEach(clients::write);
		clients.writeAdministrator();
		databases.stream().map(databases()::named).forEach(databases()::writeLogins);
		kafka(clients);
		tell("registry", ApicurioRegistry.environment(databases(), this.credentials, "0.0.0.0", PORTS));
		Map<String, String> postgresql = new TreeMap<>();
		PostgreSql.settings("*", PORTS.postgresql()).forEach((name, value) -> postgresql.put(name, "'" + value + "'"));
		tell("postgresql", postgresql);
		this.credentials.write(RUN + "superuser", Map.of("password", databases().superuserLogin().password()));
		hand("postgresql", List.of(this.credentials.file(RUN + "superuser")));
		for (int number = 1; number <= this.workers; number++) {
			worker("connect", number, ConnectCluster.of(new AgencyId("codi")), Principal.connect(new AgencyId("codi")),
					clients);
			worker("hub-connect", number, ConnectCluster.HUB, Principal.hubConnect(), clients);
		}
	}

	/** How many brokers keep each topic. */
	public int replicas() {
		return this.brokers.size();
	}

	/**
	 * Remembers that the brokers have records. From the next start on none is made anew
	 * as if there had been nothing: it would vote without knowing what was decided.
	 */
	public void rememberCluster() {
		Path mark = this.data.resolve(CREDENTIALS).resolve(FORMATTED);
		try {
			if (Files.notExists(mark)) {
				Files.createFile(mark);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Provides the databases and their roles; PostgreSQL has to answer. */
	public void provide(List<String> names) {
		databases().boundSlots(PostgreSql.LARGEST_BACKLOG);
		names.forEach(databases()::provide);
	}

	/** Writes {@code run/<service>.properties} and hands it to the service. */
	public void tell(String service, Map<String, String> settings) {
		this.credentials.write(RUN + service, settings);
		hand(service, List.of(this.credentials.file(RUN + service)));
	}

	/** Hands the service copies of these files, in the same places. */
	public void hand(String service, List<Path> files) {
		Path all = this.data.resolve(CREDENTIALS);
		Path own = this.data.resolve("for").resolve(service);
		try {
			for (Path file : files) {
				Path copy = own.resolve(all.relativize(file));
				Files.createDirectories(Objects.requireNonNull(copy.getParent()));
				Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void kafka(KafkaClients clients) {
		Login superuser = clients.login(KafkaClients.SUPERUSER);
		List<String> controllers = this.brokers.stream().map((name) -> name + ":" + PORTS.kafkaController()).toList();
		for (String name : this.brokers) {
			Path key = this.certificates.keyOf(name);
			Map<String, String> encryption = new TreeMap<>(this.addresses.encryption());
			encryption.put("ssl.keystore.type", "PKCS12");
			encryption.put("ssl.keystore.location", key.toString());
			encryption.put("ssl.keystore.password", this.certificates.password());
			tell(name, new BrokerConfiguration(superuser, this.data.resolve("data/kafka"), name + ":" + PORTS.kafka(),
					controllers, this.brokers.indexOf(name) + 1, encryption)
				.properties());
			hand(name, List.of(key));
		}
		List<Path> formatting = formatting(superuser, controllers);
		this.brokers.forEach((name) -> hand(name, formatting));
	}

	/**
	 * What every broker is told of an empty volume: the arguments of StorageTool, one a
	 * line, before there is a cluster; and where others know what it holds, those of one
	 * that asks them.
	 */
	private List<Path> formatting(Login superuser, List<String> controllers) {
		List<String> voters = new ArrayList<>();
		for (int node = 1; node <= controllers.size(); node++) {
			voters.add(node + "@" + controllers.get(node - 1) + ":" + id("voter-" + node));
		}
		String cluster = "--cluster-id=" + id("cluster");
		Path run = this.data.resolve(CREDENTIALS).resolve(RUN);
		Path mark = this.data.resolve(CREDENTIALS).resolve(FORMATTED);
		List<Path> files = new ArrayList<>();
		try {
			files.add(Files.writeString(run.resolve("format.arguments"), cluster + "\n--initial-controllers="
					+ String.join(",", voters) + "\n" + BrokerConfiguration.firstUser(superuser)));
			if (controllers.size() > 1) {
				files.add(Files.writeString(run.resolve("join.arguments"), cluster + "\n--no-initial-controllers"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (Files.exists(mark)) {
			files.add(mark);
		}
		return files;
	}

	/** Of Kafka's kind; made of a random secret, so it is the same each time. */
	private String id(String name) {
		UUID made = UUID.nameUUIDFromBytes(
				this.credentials.login(PartName.KAFKA, name).password().getBytes(StandardCharsets.UTF_8));
		return new Uuid(made.getMostSignificantBits(), made.getLeastSignificantBits()).toString();
	}

	/**
	 * The first of a cluster is the service of the cluster's name; each listens under its
	 * own.
	 */
	private void worker(String cluster, int number, ConnectCluster group, Principal principal, KafkaClients clients) {
		String service = (number == 1) ? cluster : cluster + "-" + number;
		Path login = this.credentials.file(Databases.captureFile(group.owner()));
		tell(service,
				new WorkerConfiguration(group, clients.properties(principal.name()),
						worker(group.owner(), "worker-" + number), List.of(Objects.requireNonNull(login.getParent())))
					.properties());
		hand(service, List.of(login));
	}

	/** Every broker, for whoever needs one that answers. */
	private String all(int port) {
		return this.brokers.stream().map((name) -> name + ":" + port).collect(Collectors.joining(","));
	}

	/** Whichever worker answers under the owner's name. */
	private static URI worker(String owner) {
		return worker(owner, "worker");
	}

	/** On the network that only the workers and their owner share. */
	private static URI worker(String owner, String name) {
		return URI.create("http://" + name + "." + owner + ":" + PORTS.connect());
	}

	private Databases databases() {
		return new Databases(this.addresses, this.credentials);
	}

}
