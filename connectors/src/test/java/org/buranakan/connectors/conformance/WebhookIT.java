package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.item;

/** An agency's system is told of what was refused, at an address of its choice. */
class WebhookIT {

	private static final byte[] KEY = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	private HttpServer receiver;

	private volatile int answer = 503;

	private JoinedAgency agency;

	private Map<String, Object> settings;

	@BeforeEach
	void start() throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.createContext("/told", this::hear);
		this.receiver.start();
		this.agency = new JoinedAgency(this.folder, "push: activity");
		Path secret = Files.writeString(this.folder.resolve("webhook-secret"),
				"whsec_" + Base64.getEncoder().encodeToString(KEY) + "\n");
		String prefix = "buranakan.webhook.agencies." + this.agency.id() + ".";
		this.settings = this.agency.settings();
		this.settings.put(prefix + "url", "http://127.0.0.1:" + this.receiver.getAddress().getPort() + "/told");
		this.settings.put(prefix + "secret", secret);
		this.settings.put("buranakan.webhook.loopback", true);
		this.settings.put("buranakan.webhook.first-wait", "200ms");
		this.settings.put("buranakan.webhook.longest-wait", "1s");
	}

	@AfterEach
	void stop() {
		this.receiver.stop(0);
	}

	@Test
	void aReceiverThatFailsFirstIsToldAgainInOrderAndHoldsNoPushUp() throws Exception {
		try (RunningConnector connector = RunningConnector.start(this.settings)) {
			PushClient client = new PushClient(connector, this.agency.token());
			// When
			assertThat(client.push(bad("W-1")).body()).contains("\"refused\"");
			Awaitility.await().atMost(PATIENCE).until(() -> this.calls.size() >= 2);
			assertThat(client.push(bad("W-2")).statusCode()).isEqualTo(200);
			assertThat(client.push(item("W-1")).body()).contains("\"applied\"");
			this.answer = 204;
			// Then
			Awaitility.await().atMost(PATIENCE).until(() -> taken().size() == 3);
			assertThat(taken()).extracting((call) -> call.json().path("type").asString())
				.containsExactly("refusal.opened", "refusal.opened", "refusal.resolved");
			Call first = taken().getFirst();
			assertThat(first.id()).as("as when it failed").isEqualTo(this.calls.getFirst().id());
			assertThat(first.json().path("data").path("code").asString()).isEqualTo("area-unknown");
			assertThat(first.json().path("data").path("remedy").path("th").asString()).isNotBlank();
			assertThat(first.body()).doesNotContain("999999");
			assertThat(this.calls).allSatisfy((call) -> {
				assertThat(call.signature()).isEqualTo("v1," + call.expectedSignature());
				assertThat(Instant.ofEpochSecond(Long.parseLong(call.timestamp())))
					.isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now().plus(Duration.ofSeconds(2)));
			});
		}
	}

	@Test
	void whatWasNotToldBeforeTheConnectorEndedIsToldByTheNextAndNothingTwice() throws Exception {
		// Given
		try (RunningConnector connector = RunningConnector.start(this.settings)) {
			PushClient client = new PushClient(connector, this.agency.token());
			this.answer = 200;
			client.push(bad("W-1"));
			Awaitility.await().atMost(PATIENCE).until(() -> taken().size() == 1);
			this.answer = 500;
			client.push(bad("W-2"));
			Awaitility.await().atMost(PATIENCE).until(() -> this.calls.size() > 2);
		}
		// When
		this.answer = 200;
		try (RunningConnector again = RunningConnector.start(this.settings)) {
			// Then
			Awaitility.await().atMost(PATIENCE).until(() -> taken().size() == 2);
			assertThat(taken()).extracting(Call::id).doesNotHaveDuplicates();
			assertThat(again.address()).isNotNull();
		}
	}

	/** Kafka forgets a position that nobody commits, and all would be told once more. */
	@Test
	void whereItHasNothingToTellItKeepsItsPlaceAllTheSame() throws Exception {
		try (RunningConnector connector = RunningConnector.start(this.settings);
				Admin admin = Admin.create(this.agency.platform().superuser())) {
			assertThat(connector.address()).isNotNull();
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(admin.listConsumerGroupOffsets(this.agency.id() + ".webhook")
					.partitionsToOffsetAndMetadata()
					.get()).hasSize(1));
		}
	}

	@Test
	void aReceiverOnThisMachineIsNotReachedUnlessThatIsAllowed() throws Exception {
		// Given
		this.settings.remove("buranakan.webhook.loopback");
		this.answer = 200;
		try (RunningConnector connector = RunningConnector.start(this.settings)) {
			// When
			new PushClient(connector, this.agency.token()).push(bad("W-1"));
			// Then
			Awaitility.await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(this.calls::isEmpty);
		}
	}

	private static String bad(String id) {
		return item(id).replace("110103", "999999");
	}

	private List<Call> taken() {
		return this.calls.stream().filter((call) -> call.answer() / 100 == 2).toList();
	}

	private void hear(HttpExchange exchange) throws IOException {
		try (exchange) {
			Call call = new Call(header(exchange, "webhook-id"), header(exchange, "webhook-timestamp"),
					header(exchange, "webhook-signature"),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), this.answer);
			this.calls.add(call);
			exchange.sendResponseHeaders(call.answer(), -1);
		}
	}

	private static String header(HttpExchange exchange, String name) {
		return String.valueOf(exchange.getRequestHeaders().getFirst(name));
	}

	/** What the receiver was sent, and what it answered. */
	private record Call(String id, String timestamp, String signature, String body, int answer) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

		String expectedSignature() throws GeneralSecurityException {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
			return Base64.getEncoder()
				.encodeToString(mac
					.doFinal((this.id + "." + this.timestamp + "." + this.body).getBytes(StandardCharsets.UTF_8)));
		}

	}

}
