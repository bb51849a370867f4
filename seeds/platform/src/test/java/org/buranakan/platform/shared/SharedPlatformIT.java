package org.buranakan.platform.shared;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.platform.Database;
import org.buranakan.platform.Login;
import org.buranakan.platform.PartName;
import org.buranakan.platform.Platform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedPlatformIT {

	private static final String SCHEMA = "{\"schema\": \"\\\"string\\\"\"}";

	private final Platform platform = SharedPlatform.get();

	@Test
	void everybodyWhoAsksGetsTheSamePlatform() {
		// When
		Platform again = SharedPlatform.get();
		// Then
		assertThat(again.bootstrapServers()).isEqualTo(this.platform.bootstrapServers());
	}

	@Test
	void aPrincipalWithoutARightIsRefused() throws Exception {
		// Given
		String topic = "platform.forbidden";
		try (Admin admin = Admin.create(this.platform.superuser())) {
			admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty()))).all().get();
		}
		// When, Then
		try (KafkaProducer<String, String> producer = producer("pacc-zone-1")) {
			assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "value")).get())
				.hasRootCauseInstanceOf(TopicAuthorizationException.class);
		}
	}

	@Test
	void everybodyReadsTheRegistryButOnlyTheRegistrarWrites() throws Exception {
		// Given
		String subject = "/subjects/platform-" + System.nanoTime() + "/versions";
		// When, Then
		assertThat(registry(subject, Optional.empty()).statusCode()).isEqualTo(401);
		assertThat(registry(subject, Optional.of(new Login("registrar", "guessed"))).statusCode()).isEqualTo(401);
		assertThat(registry(subject, Optional.of(this.platform.registrar())).statusCode()).isEqualTo(200);
		assertThat(get(this.platform.registry() + subject)).contains("[1]");
	}

	@Test
	void connectHasDebeziumsConnector() throws Exception {
		assertThat(get(this.platform.connect() + "/connector-plugins"))
			.contains("io.debezium.connector.postgresql.PostgresConnector");
	}

	@Test
	void aTestsDatabaseIsSafeCapturableAndNobodyElses() throws Exception {
		// Given
		Database database = this.platform.newDatabase();
		// When
		execute(database, database.owner(), "CREATE TABLE ตำบล (รหัส text)");
		// Then
		assertThat(value(database, database.capture(), "SELECT count(*) FROM ตำบล")).isEqualTo("0");
		assertThat(value(database, database.owner(),
				"SELECT concat_ws(',', current_setting('fsync'), current_setting('synchronous_commit'), "
						+ "current_setting('wal_level'), current_setting('data_checksums'))"))
			.isEqualTo("on,on,logical,on");
		assertThat(value(database, database.capture(),
				"SELECT slot_name FROM pg_create_logical_replication_slot('probe', 'pgoutput', true)"))
			.isEqualTo("probe");
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> value(database, this.platform.database("hub").owner(), "SELECT 1"))
			.withMessageContaining("permission denied");
	}

	@Test
	void killedPartsComeBackWithWhatTheyAcknowledged() throws Exception {
		// Given
		String cluster = cluster();
		Database database = this.platform.newDatabase();
		execute(database, database.owner(), "CREATE TABLE kept (id int)");
		this.platform.part(PartName.KAFKA).kill();
		this.platform.part(PartName.POSTGRESQL).kill();
		// When
		this.platform.part(PartName.POSTGRESQL).start();
		this.platform.part(PartName.KAFKA).start();
		// Then
		assertThat(cluster()).isEqualTo(cluster);
		assertThat(value(database, database.owner(), "SELECT count(*) FROM kept")).isEqualTo("0");
	}

	private String cluster() throws Exception {
		try (Admin admin = Admin.create(this.platform.superuser())) {
			return admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS);
		}
	}

	private KafkaProducer<String, String> producer(String principal) {
		return new KafkaProducer<>(this.platform.client(principal), new StringSerializer(), new StringSerializer());
	}

	private HttpResponse<String> registry(String path, Optional<Login> login) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.platform.registry() + path))
			.header("Content-Type", "application/vnd.schemaregistry.v1+json")
			.POST(HttpRequest.BodyPublishers.ofString(SCHEMA));
		login.map((someone) -> (someone.user() + ":" + someone.password()).getBytes(StandardCharsets.UTF_8))
			.ifPresent(
					(secret) -> request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret)));
		return send(request.build());
	}

	private static String get(String address) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(address)).build()).body();
	}

	private static HttpResponse<String> send(HttpRequest request) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

	private static void execute(Database database, Login login, String statement) throws SQLException {
		try (Connection connection = connect(database, login); Statement sql = connection.createStatement()) {
			sql.execute(statement);
		}
	}

	private static String value(Database database, Login login, String query) throws SQLException {
		try (Connection connection = connect(database, login);
				Statement sql = connection.createStatement();
				ResultSet row = sql.executeQuery(query)) {
			assertThat(row.next()).isTrue();
			return row.getString(1);
		}
	}

	private static Connection connect(Database database, Login login) throws SQLException {
		return DriverManager.getConnection(database.url(), login.user(), login.password());
	}

}
