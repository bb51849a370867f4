package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.buranakan.hub.stream.StreamClient;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.Ports;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.topic.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the stream tells is what the topics and the hub's own table show: each of a
 * thousand clients hears every record once, with its key and batch and in its log's
 * order, though the hub is killed in the middle.
 */
@ResourceLock("hub.view")
class LiveTopicsIT {

	private static final int CLIENTS = 1_000;

	@Test
	void aThousandClientsHearEveryRecordOnceThoughTheHubIsKilledInTheMiddle() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "live");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			int port = Ports.unused();
			hub.with("server.port", port).with("hub.stream.clients", CLIENTS);
			List<SpecificRecord> events = Renamed.events(agencies.names().getFirst(), 90, 71, Disturbance.NONE)
				.toList();
			SpecificRecord later = new Published(agencies, agencies.names().getFirst()).first(Family.ACTIVITY, 0);
			int third = events.size() / 3;
			List<StreamClient> clients = new ArrayList<>();
			try {
				// Given
				try (HubProcess process = HubProcess.start(hub.properties())) {
					eventually(() -> answers(port));
					for (int i = 0; i < CLIENTS; i++) {
						clients.add(StreamClient.open(port, null));
					}
					eventually(() -> clients.stream().allMatch((client) -> client.began().isPresent()));
					assertThat(process.openFiles()).isGreaterThan(CLIENTS);
					thereIsNoRoomForOneMore(port);
					events.subList(0, third).forEach(agencies::publish);
					agencies.flush();
					eventually(() -> {
						topics.read();
						return !topics.of("activity").isEmpty()
								&& clients.stream().allMatch((client) -> client.heard() > 10);
					});
					// When
					process.kill();
				}
				events.subList(third, 2 * third).forEach(agencies::publish);
				agencies.flush();
				try (HubProcess process = HubProcess.start(hub.properties())) {
					events.subList(2 * third, events.size()).forEach(agencies::publish);
					agencies.flush();
					hub.catchesUp();
					hub.drains();
					topics.becomeTheTables();
					// Then
					Told told = new Told(hub, topics);
					Set<StreamClient> late = new HashSet<>(clients);
					Awaitility.await()
						.atMost(HubUnderTest.PATIENCE)
						.pollInterval(Duration.ofMillis(250))
						.untilAsserted(() -> {
							topics.read();
							told.forget();
							late.removeIf((client) -> told.isHeardBy(client));
							late.stream()
								.findFirst()
								.ifPresent((client) -> assertThat(told.heard(client)).as("of %d clients", late.size())
									.isEqualTo(told.since(client)));
							// It may have heard the rest just now, others not yet.
							assertThat(late).isEmpty();
						});
					assertThat(clients).allSatisfy((client) -> {
						assertThat(client.events()).noneMatch((event) -> event.name().equals("reset"));
						// Of the hub's own table others, who add to the reference data,
						// are told of.
						assertThat(Told.ofTopics(told.heard(client))).isEqualTo(Told.ofTopics(told.since(client)));
					});
					assertThat(told.logs()).as("what told of something").contains("hub", "plan", "activity", "area");
					whatIsNoRowIsPassed(agencies, clients.getFirst(), later);
					otherTopicsAreToldApart(port, clients.getFirst());
					int open = process.openFiles();
					for (StreamClient client : clients) {
						client.close();
					}
					eventually(() -> process.openFiles() < open - CLIENTS / 2);
				}
			}
			finally {
				for (StreamClient client : clients) {
					client.close();
				}
			}
		}
	}

	/** What somebody else wrote to a topic stops nobody. */
	private static void whatIsNoRowIsPassed(Agencies agencies, StreamClient client, SpecificRecord next) {
		int before = client.heard();
		agencies.publish(new ProducerRecord<>("hub.view.plan", "no row".getBytes(StandardCharsets.UTF_8), null));
		agencies.flush();
		eventually(() -> hears(client, before, "reset"));
		int since = client.heard();
		agencies.publish(next);
		agencies.flush();
		eventually(() -> hears(client, since, "change"));
	}

	/** Not as the last: others have something to tell at any moment. */
	private static boolean hears(StreamClient client, int since, String name) {
		return client.events().stream().skip(since).anyMatch((event) -> event.name().equals(name));
	}

	/** An id names the topics that its positions are in. */
	private static void otherTopicsAreToldApart(int port, StreamClient client) throws IOException {
		String id = client.last().orElseThrow();
		assertThat(id).containsPattern(",of:[0-9a-f]{8}$");
		client.close();
		try (StreamClient other = StreamClient.open(port, id.replaceFirst("of:.*", "of:00000000"))) {
			eventually(() -> other.events().stream().anyMatch((event) -> event.name().equals("reset")));
		}
	}

	private static void thereIsNoRoomForOneMore(int port) {
		HttpResponse<String> answer = ask(port, "/api/v1/stream");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("retry-after")).isPresent();
		assertThat(answer.body()).contains("\"code\":\"unavailable\"", "detailTh");
	}

	private static boolean answers(int port) {
		try {
			return ask(port, "/api/v1/clock").statusCode() == 200;
		}
		catch (java.util.concurrent.CompletionException ex) {
			return false;
		}
	}

	private static HttpResponse<String> ask(int port, String path) {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.timeout(Duration.ofSeconds(30))
				.build();
			return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
		}
	}

	private static void eventually(Callable<Boolean> holds) {
		Awaitility.await().atMost(HubUnderTest.PATIENCE).pollInterval(Duration.ofMillis(250)).until(holds);
	}

}
