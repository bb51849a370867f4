package org.buranakan.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * The embedded platform while it runs, known by addresses and credentials. Thread-safe.
 */
public final class Platform implements AutoCloseable {

	private final Path data;

	private final Addresses addresses;

	private final Credentials credentials;

	private final Parts parts;

	Platform(Path data, Addresses addresses, Credentials credentials, Parts parts) {
		this.data = data;
		this.addresses = addresses;
		this.credentials = credentials;
		this.parts = parts;
	}

	/**
	 * Starts every part and returns when all of them answer; a restart continues where
	 * the last run stopped. The data directory is claimed before any port is looked at:
	 * who starts the same run twice is told so, not which of its ports is taken.
	 */
	public static Platform start(PlatformSettings settings, Front front, StartListener listener) {
		return new Assembly(settings, listener, DataDirectory.claim(settings, front, listener)).start(front, false);
	}

	/**
	 * As {@link #start}, on an empty data directory: everything that was in it is
	 * deleted.
	 */
	public static Platform startOver(PlatformSettings settings, Front front, StartListener listener) {
		return new Assembly(settings, listener, DataDirectory.claim(settings, front, listener)).start(front, true);
	}

	public static Platform start(PlatformSettings settings) {
		return start(settings, Front.NONE, StartListener.SILENT);
	}

	/** A platform that another process started on this data directory and these ports. */
	public static Platform attach(Path data, Ports ports, Parts parts) {
		return new Platform(data, new Addresses(ports), Credentials.in(data.resolve("credentials")), parts);
	}

	/** Kafka's {@code bootstrap.servers}. */
	public String bootstrapServers() {
		return this.addresses.bootstrapServers();
	}

	/** The registry's Confluent API, without a trailing slash. */
	public URI registry() {
		return this.addresses.registry();
	}

	/** Who may write to the registry. */
	public Login registrar() {
		return this.credentials.login(PartName.REGISTRY, ApicurioRegistry.REGISTRAR);
	}

	/** REST API of CODI's Kafka Connect. */
	public URI connect() {
		return this.addresses.connect();
	}

	/** REST API of the hub's Kafka Connect. */
	public URI hubConnect() {
		return this.addresses.hubConnect();
	}

	/** Address and login of a Kafka client, ready to be merged into its configuration. */
	public Map<String, Object> client(String principal) {
		return Map.copyOf(new KafkaClients(this.addresses, this.credentials).properties(principal));
	}

	/** As {@link #client}, for Kafka's superuser: provisioning only. */
	public Map<String, Object> superuser() {
		return client(KafkaClients.SUPERUSER);
	}

	/** The password of a Kafka user, made at random when first asked for. */
	public String kafkaPassword(String principal) {
		return this.credentials.login(PartName.KAFKA, principal).password();
	}

	/** A database of the settings. */
	public Database database(String name) {
		return databases().named(name);
	}

	/** An empty database for one test, with roles of its own. */
	public Database newDatabase() {
		return databases().provide(testName(), "");
	}

	/**
	 * As {@link #newDatabase()}, where text sorts in an order of its own.
	 * @param icuRules of ICU's collation, for example {@code &z < c}
	 */
	public Database newDatabaseSortedBy(String icuRules) {
		return databases().provide(testName(), "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'und' ICU_RULES '%s'"
			.formatted(icuRules.replace("'", "''")));
	}

	/**
	 * A ready-made file of a principal, a database ({@code postgresql-<name>}) or the
	 * registrar.
	 */
	public Path credentials(String name) {
		return this.credentials.file(name);
	}

	/** The file with a database's capture login, which its Connect worker reads. */
	public Path captureCredentials(String database) {
		return this.credentials.file(Databases.captureFile(database));
	}

	public Part part(PartName name) {
		return new Part(name, this.parts);
	}

	public Path data() {
		return this.data;
	}

	/** Stops every part orderly. A shared platform is not stopped: others use it. */
	@Override
	public void close() {
		this.parts.close();
	}

	private static String testName() {
		return Databases.OF_TESTS + UUID.randomUUID().toString().replace("-", "");
	}

	private Databases databases() {
		return new Databases(this.addresses, this.credentials);
	}

}
