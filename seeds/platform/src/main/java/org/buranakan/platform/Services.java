package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.ConnectCluster;
import org.buranakan.schemas.topic.Principal;

/**
 * The platform as {@code docker-compose.yml} runs it: each part is a service and answers
 * under its name. What a service is to know lies in a folder of its own,
 * {@code for/<service>}, which the service sees as its {@code credentials}.
 */
public final class Services {

	private static final Ports PORTS = new Ports(8081, 18081, 9092, 9093, 5432, 8083, 8084);

	private static final String KAFKA = "kafka";

	private static final String RUN = "run/";

	private static final String CLOSED = "Services are stopped with docker compose";

	private final Path data;

	private final Credentials credentials;

	private final Certificates certificates;

	private final Addresses addresses;

	/** The directory is the same one in every service. */
	public Services(Path data) {
		this.data = data;
		this.credentials = Credentials.in(data.resolve("credentials"));
		this.certificates = new Certificates(data.resolve("credentials"),
				this.credentials.login(PartName.KAFKA, "key-stores").password());
		this.addresses = new Addresses(KAFKA + ":" + PORTS.kafka(),
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
		worker("connect", ConnectCluster.of(new AgencyId("codi")), Principal.connect(new AgencyId("codi")), clients);
		worker("hub-connect", ConnectCluster.HUB, Principal.hubConnect(), clients);
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
		Path all = this.data.resolve("credentials");
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
		Path key = this.certificates.keyOf(KAFKA);
		Map<String, String> encryption = new TreeMap<>(this.addresses.encryption());
		encryption.put("ssl.keystore.type", "PKCS12");
		encryption.put("ssl.keystore.location", key.toString());
		encryption.put("ssl.keystore.password", this.certificates.password());
		tell(KAFKA, new BrokerConfiguration(superuser, this.data.resolve("data/kafka"),
				this.addresses.bootstrapServers(), KAFKA + ":" + PORTS.kafkaController(), encryption)
			.properties());
		Path arguments = this.data.resolve("credentials/run/format.arguments");
		try {
			Files.writeString(arguments, BrokerConfiguration.firstUser(superuser));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		hand(KAFKA, List.of(key, arguments));
	}

	private void worker(String service, ConnectCluster cluster, Principal principal, KafkaClients clients) {
		Path login = this.credentials.file(Databases.captureFile(cluster.owner()));
		tell(service, new WorkerConfiguration(cluster, clients.properties(principal.name()), worker(cluster.owner()),
				List.of(Objects.requireNonNull(login.getParent())))
			.properties());
		hand(service, List.of(login));
	}

	/** On the network that only the worker and its owner share. */
	private static URI worker(String owner) {
		return URI.create("http://worker." + owner + ":" + PORTS.connect());
	}

	private Databases databases() {
		return new Databases(this.addresses, this.credentials);
	}

}
