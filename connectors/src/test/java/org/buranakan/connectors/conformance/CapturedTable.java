package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.buranakan.platform.Database;
import org.buranakan.platform.Login;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;

/**
 * A table of an agency's own database. The platform has one Connect worker, which is here
 * lent to the agency: it may write to the agency's raw topics too.
 */
record CapturedTable(JoinedAgency joined, Database database) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	static CapturedTable of(JoinedAgency joined) {
		CapturedTable table = new CapturedTable(joined, joined.platform().newDatabase());
		table.lendWorker();
		table.execute("""
				CREATE TABLE activities ("รหัส" text PRIMARY KEY, "ชื่อ" text, "พื้นที่" text, "วันที่" text);
				ALTER TABLE activities REPLICA IDENTITY FULL;
				CREATE PUBLICATION buranakan FOR TABLE activities""");
		return table;
	}

	/** What the connector is told of it. */
	Map<String, Object> settings() {
		String capture = "buranakan.capture.agencies." + agency() + ".";
		return Map.of(capture + "connect", platform().connect(), capture + "database",
				this.database.url().substring("jdbc:".length()), capture + "credentials",
				platform().captureCredentials(this.database.name()), capture + "slot", this.database.name(),
				capture + "heartbeat", "1s", capture + "patience", "200ms");
	}

	/** Inserts or updates the rows in one transaction. */
	void write(List<Entry> entries) throws SQLException {
		try (Connection connection = connection(); PreparedStatement upsert = connection.prepareStatement("""
				INSERT INTO activities VALUES (?, ?, ?, ?) ON CONFLICT ("รหัส") DO UPDATE
				SET "ชื่อ" = excluded."ชื่อ", "พื้นที่" = excluded."พื้นที่", "วันที่" = excluded."วันที่"
				""")) {
			connection.setAutoCommit(false);
			for (Entry entry : entries) {
				upsert.setString(1, entry.id());
				upsert.setString(2, entry.title());
				upsert.setString(3, entry.area());
				upsert.setString(4, entry.date());
				upsert.addBatch();
			}
			upsert.executeBatch();
			connection.commit();
		}
	}

	/** How many changes the connector has read and settled. */
	int taken() {
		TopicPartition raw = new TopicPartition("raw." + agency() + ".public.activities", 0);
		try (Admin admin = Admin.create(platform().superuser())) {
			if (!admin.listTopics().names().get().contains(raw.topic())) {
				return 0;
			}
			long settled = Stream.ofNullable(
					admin.listConsumerGroupOffsets(agency() + ".cdc").partitionsToOffsetAndMetadata().get().get(raw))
				.mapToLong((offset) -> offset.offset())
				.findFirst()
				.orElse(0);
			return (int) this.joined.raw("public.activities")
				.stream()
				.filter((record) -> record.offset() < settled)
				.count();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	/** Runs SQL as the owner of the table. */
	void execute(String sql) {
		run(sql, this.database.owner());
	}

	/** Runs SQL as the role that may replicate; {@code SLOT} is the capture's. */
	void replicate(String sql) {
		run(sql.replace("SLOT", "'" + this.database.name() + "'"), this.database.capture());
	}

	/** As the owner of the table. */
	Connection connection() throws SQLException {
		return connection(this.database.owner());
	}

	/** The titles of the rows, by id. */
	Map<String, String> rows() {
		Map<String, String> rows = new TreeMap<>();
		try (Connection connection = connection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT \"รหัส\", \"ชื่อ\" FROM activities")) {
			while (row.next()) {
				rows.put(row.getString(1), row.getString(2));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ends the capture: slots are few. */
	void remove() {
		Awaitility.await().atMost(PATIENCE).until(() -> request("DELETE") < 300);
		Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptions()
			.untilAsserted(() -> replicate("SELECT pg_drop_replication_slot(SLOT)"));
	}

	private Platform platform() {
		return this.joined.platform();
	}

	private AgencyId agency() {
		return this.joined.id();
	}

	private void lendWorker() {
		String worker = Principal.connect(new AgencyId("codi")).kafkaName();
		AccessControlEntry all = new AccessControlEntry(worker, "*", AclOperation.ALL, AclPermissionType.ALLOW);
		String internal = "connect." + agency() + ".";
		List<AclBinding> rights = Stream
			.of(new ResourcePattern(ResourceType.TOPIC, "raw." + agency() + ".", PatternType.PREFIXED),
					new ResourcePattern(ResourceType.TOPIC, internal, PatternType.PREFIXED),
					new ResourcePattern(ResourceType.GROUP, internal, PatternType.PREFIXED))
			.map((resource) -> new AclBinding(resource, all))
			.toList();
		try (Admin admin = Admin.create(platform().superuser())) {
			admin.createAcls(rights).all().get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run(String sql, Login login) {
		try (Connection connection = connection(login); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	private Connection connection(Login login) throws SQLException {
		return DriverManager.getConnection(this.database.url(), login.user(), login.password());
	}

	private int request(String method) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(platform().connect() + "/connectors/" + agency()))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 599;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 599;
		}
	}

}
