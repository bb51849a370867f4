package org.buranakan.connectors.source.cdc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.buranakan.connectors.ConnectorsApplication;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Database;
import org.buranakan.platform.Platform;

import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * CODI's database, empty but for the pilot's tables and rows, and CODI's connector, which
 * can be started and stopped.
 */
final class CodiSystem implements AutoCloseable {

	private final Platform platform;

	private final Database database;

	private ConfigurableApplicationContext connector;

	CodiSystem(Platform platform) {
		this.platform = platform;
		this.database = platform.newDatabase();
		execute(new PilotData().codiSql());
		execute("ALTER PUBLICATION buranakan RENAME TO not_yet");
		this.connector = start();
	}

	/** Runs SQL as the owner of the tables, in one transaction. */
	void execute(String sql) {
		try (Connection connection = connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(sql);
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	void executeAndRollBack(String sql) {
		try (Connection connection = connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(sql);
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/** The texts in the first column. */
	List<String> query(String sql) {
		List<String> column = new ArrayList<>();
		try (Connection connection = connection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				column.add(rows.getString(1));
			}
			return column;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	Health health() {
		return this.connector.getBean(CaptureConfiguration.CapturedDatabases.class).health();
	}

	void startConnector() {
		this.connector = start();
	}

	void stopConnector() {
		this.connector.close();
	}

	/** Has Debezium forget how far it read, so that it begins with a snapshot again. */
	void snapshotAgain() {
		request("PUT", "/connectors/codi/stop");
		request("DELETE", "/connectors/codi/offsets");
		request("PUT", "/connectors/codi/resume");
	}

	/** Takes the capture away: the next database of whoever captures is another. */
	@Override
	public void close() {
		this.connector.close();
		request("DELETE", "/connectors/codi");
	}

	private Connection connection() throws SQLException {
		return DriverManager.getConnection(this.database.url(), this.database.owner().user(),
				this.database.owner().password());
	}

	private ConfigurableApplicationContext start() {
		String agency = "buranakan.connectors.agencies[0].";
		String capture = "buranakan.capture.agencies.codi.";
		return ConnectorsApplication.start(Map.ofEntries(Map.entry("server.port", "0"),
				Map.entry(agency + "id", "codi"), Map.entry(agency + "profile", "classpath:profiles/codi.yml"),
				Map.entry(agency + "credentials", this.platform.credentials("codi").toUri()),
				Map.entry(capture + "connect", this.platform.connect()),
				Map.entry(capture + "database", this.database.url().substring("jdbc:".length())),
				Map.entry(capture + "credentials", this.platform.captureCredentials(this.database.name())),
				Map.entry(capture + "slot", this.database.name()), Map.entry(capture + "heartbeat", "1s"),
				Map.entry(capture + "patience", "200ms")));
	}

	private void request(String method, String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.platform.connect() + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			for (int attempt = 1;; attempt++) {
				int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
				if (status < 300) {
					return;
				}
				if (attempt == 100) {
					throw new IllegalStateException(method + " " + path + " was refused with " + status);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
