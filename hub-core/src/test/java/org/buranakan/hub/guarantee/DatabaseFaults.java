package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;

import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;

import static org.assertj.core.api.Assertions.assertThat;

/** Faults of PostgreSQL and of the way to it. */
final class DatabaseFaults {

	private static final int EVENTS = 200;

	private static final String TERMINATE = """
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND application_name LIKE 'hub%' AND pid <> pg_backend_pid()
			""";

	private DatabaseFaults() {
	}

	static void cutAfterCommit(Scene scene, int times) throws IOException {
		HubProcess process = scene.running();
		for (int time = 0; time < times; time++) {
			int cuts = scene.line().cuts();
			scene.line().cut(DatabaseInFront.Moment.COMMIT_UNHEARD);
			scene.workload().publish(EVENTS / 4);
			scene.until("a commit is cut off", () -> scene.line().cuts() > cuts);
			scene.line().release(DatabaseInFront.Moment.COMMIT_UNHEARD);
		}
		assertThat(process.isAlive()).isTrue();
	}

	static void terminateOnceASecond(Scene scene, int times) throws IOException {
		HubProcess process = scene.running();
		for (int time = 0; time < times; time++) {
			long until = System.nanoTime() + scene.minute().toNanos();
			while (System.nanoTime() < until) {
				scene.workload().publish(EVENTS / 10);
				scene.sql().sql(TERMINATE).query().listOfRows();
				scene.pass(Duration.ofSeconds(1));
			}
		}
		assertThat(process.isAlive()).isTrue();
	}

	static void crash(Scene scene, int times) throws IOException {
		away(scene, times, (part) -> part.kill());
	}

	static void restart(Scene scene, int times) throws IOException {
		away(scene, times, (part) -> part.stop());
	}

	private static void away(Scene scene, int times, Consumer<Part> goes) throws IOException {
		Part postgres = scene.platform().part(PartName.POSTGRESQL);
		for (int time = 0; time < times; time++) {
			HubProcess process = scene.running();
			scene.workload().publish(EVENTS);
			goes.accept(postgres);
			scene.workload().publish(EVENTS);
			try {
				scene.awaitDown(process, "\"heldBack\"");
			}
			finally {
				postgres.start();
			}
			scene.awaitUp(process);
		}
	}

	static void readOnly(Scene scene, int times) throws Exception {
		for (int time = 0; time < times; time++) {
			HubProcess process = scene.running();
			String name = scene.hub().database().name();
			execute(scene, "ALTER DATABASE " + name + " SET default_transaction_read_only = on", TERMINATE);
			try {
				scene.workload().publish(EVENTS);
				scene.awaitDown(process, "read-only transaction");
			}
			finally {
				execute(scene, "ALTER DATABASE " + name + " RESET default_transaction_read_only", TERMINATE);
			}
			scene.awaitUp(process);
		}
	}

	/** History lies on a disk of sixteen megabytes that somebody else fills. */
	static void diskFull(Scene scene, int times) throws Exception {
		Path disk = Files.createTempDirectory("small-disk");
		if (new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "small", disk.toString()).start()
			.onExit()
			.join()
			.exitValue() != 0) {
			Files.delete(disk);
			throw new NotRunHere("needs the right to mount a tmpfs");
		}
		try (Connection superuser = superuser(scene); Statement statement = superuser.createStatement()) {
			statement.execute("CREATE TABLESPACE small LOCATION '" + disk + "'");
			statement.execute("ALTER TABLE hub.history SET TABLESPACE small");
			for (int time = 0; time < times; time++) {
				HubProcess process = scene.running();
				Path foreign = disk.resolve("foreign");
				fill(foreign);
				try {
					for (int more = 0; more < 20; more++) {
						scene.workload().publish(EVENTS);
					}
					scene.awaitDown(process, "No space left on device");
				}
				finally {
					Files.delete(foreign);
				}
				scene.rest();
			}
			statement.execute("ALTER TABLE hub.history SET TABLESPACE pg_default");
			statement.execute("DROP TABLESPACE small");
		}
		finally {
			new ProcessBuilder("umount", disk.toString()).inheritIO().start().onExit().join();
			Files.delete(disk);
		}
	}

	private static void fill(Path file) throws IOException {
		byte[] block = new byte[8192];
		try (OutputStream out = Files.newOutputStream(file)) {
			while (file.toFile().getUsableSpace() > 0) {
				out.write(block);
			}
		}
		catch (IOException full) {
			assertThat(full).hasMessageContaining("No space");
		}
	}

	static void lockHeld(Scene scene, int times) throws Exception {
		HubProcess process = scene.running();
		for (int time = 0; time < times; time++) {
			try (Connection foreign = scene.gates().connect("foreign"); Statement lock = foreign.createStatement()) {
				foreign.setAutoCommit(false);
				lock.execute("LOCK TABLE hub.history IN SHARE MODE");
				scene.workload().publish(EVENTS);
				scene.pass(scene.minute());
			}
		}
		assertThat(process.isAlive()).isTrue();
	}

	/** Somebody else's transaction hangs: what it does not touch goes on. */
	static void hungTransaction(Scene scene, int times) throws Exception {
		for (int time = 0; time < times; time++) {
			scene.running();
			try (Connection foreign = scene.gates().connect("foreign"); Statement hung = foreign.createStatement()) {
				foreign.setAutoCommit(false);
				hung.execute("CREATE TABLE foreign_work AS SELECT pg_current_xact_id()::text, count(*) FROM view.plan");
				scene.workload().publish(EVENTS);
				scene.rest();
				foreign.rollback();
			}
		}
	}

	private static void execute(Scene scene, String... statements) throws SQLException {
		try (Connection connection = scene.gates().connect("operator");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static Connection superuser(Scene scene) throws IOException, SQLException {
		Properties passwords = new Properties();
		try (var in = Files.newBufferedReader(scene.platform().data().resolve("credentials/passwords.properties"))) {
			passwords.load(in);
		}
		return DriverManager.getConnection(scene.hub().database().url(), "postgres",
				passwords.getProperty("postgresql.postgres"));
	}

}
