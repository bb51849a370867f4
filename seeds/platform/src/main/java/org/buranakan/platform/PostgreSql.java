package org.buranakan.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.buranakan.platform.process.GuardedProcess;
import org.buranakan.platform.process.Leftovers;
import org.buranakan.platform.process.Program;

import org.springframework.util.unit.DataSize;

/**
 * PostgreSQL with every safety on: what it acknowledges survives a crash, and every
 * connection has a password.
 */
final class PostgreSql implements PartProgram {

	static final String SUPERUSER = "postgres";

	/**
	 * Of the log for a slot that nobody reads, before it is thrown away: a worker that
	 * stays away must not fill the disk.
	 */
	static final DataSize LARGEST_BACKLOG = DataSize.ofGigabytes(4);

	private final PlatformSettings settings;

	private final Toolbox toolbox;

	private final Databases databases;

	PostgreSql(PlatformSettings settings, Toolbox toolbox, Databases databases) {
		this.settings = settings;
		this.toolbox = toolbox;
		this.databases = databases;
	}

	@Override
	public PartName name() {
		return PartName.POSTGRESQL;
	}

	@Override
	public List<PortUse> ports() {
		return List.of(new PortUse(this.settings.ports().postgresql(), "buranakan.platform.ports.postgresql"));
	}

	@Override
	public Program prepare() throws IOException, InterruptedException {
		Path bin = this.toolbox.postgresql().resolve("bin");
		Path directory = directory(this.settings.data());
		awaitOrphans(directory);
		if (!Files.exists(directory)) {
			initialise(bin, directory);
		}
		List<String> command = asAnOrdinaryUser(bin.resolve("postgres"));
		command.addAll(List.of("-D", directory.toString()));
		settings(Addresses.HOST, this.settings.ports().postgresql())
			.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
		return new Program(command, Map.of(), Logs.of(this.settings.data(), name()), "INT", Duration.ofSeconds(20));
	}

	@Override
	public boolean answers() {
		try (Connection connection = this.databases.superuser();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT current_setting('data_directory')")) {
			return row.next() && Path.of(row.getString(1)).equals(directory(this.settings.data()));
		}
		catch (SQLException notYet) {
			return false;
		}
	}

	@Override
	public void furnish() {
		this.databases.boundSlots(LARGEST_BACKLOG);
		this.databases.provide("registry");
		this.settings.databases().forEach(this.databases::provide);
	}

	static Map<String, String> settings(String listenAddresses, int port) {
		return Map.of("listen_addresses", listenAddresses, "port", String.valueOf(port), "unix_socket_directories", "",
				"wal_level", "logical", "fsync", "on", "synchronous_commit", "on", "max_connections", "200", "timezone",
				"UTC", "log_timezone", "UTC");
	}

	static Path directory(Path data) {
		return data.resolve("postgresql");
	}

	/**
	 * Into a draft that is moved when it is complete, so that an interrupted start leaves
	 * nothing half made.
	 */
	private void initialise(Path bin, Path directory) throws IOException, InterruptedException {
		Path draft = directory.resolveSibling("postgresql.draft");
		org.springframework.util.FileSystemUtils.deleteRecursively(draft);
		Path password = Files.createTempFile(this.settings.data(), "postgresql", ".password");
		try {
			Files.writeString(password, this.databases.superuserLogin().password());
			List<String> command = asAnOrdinaryUser(bin.resolve("initdb"));
			// The built-in locale sorts alike on every machine, whatever its C library.
			command.addAll(List.of("-D", draft.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile",
					password.toString(), "-E", "UTF8", "--no-locale", "--locale-provider=builtin",
					"--builtin-locale=C.UTF-8"));
			Path log = Logs.of(this.settings.data(), name());
			GuardedProcess process = GuardedProcess.start(Program.once(command, log));
			if (process.await(this.settings.limits().patience()).orElse(-1) != 0) {
				throw Logs.ended(name(), log);
			}
			Files.move(draft, directory);
		}
		finally {
			Files.delete(password);
		}
	}

	/**
	 * PostgreSQL refuses to run as root; in a user namespace of its own it sees itself as
	 * nobody.
	 */
	private static List<String> asAnOrdinaryUser(Path program) {
		List<String> command = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(program.toString());
		return command;
	}

	/**
	 * After a crash the backends notice it one by one; until the last has, a new server
	 * is refused their memory.
	 */
	private void awaitOrphans(Path directory) throws InterruptedException {
		Instant end = Instant.now().plus(this.settings.limits().patience());
		while (!Leftovers.postgresIn(directory).isEmpty() && Instant.now().isBefore(end)) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	static Connection connect(String url, Login login) throws SQLException {
		return DriverManager.getConnection(url, login.user(), login.password());
	}

}
