package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.buranakan.hub.stream.StreamClient;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the stream tells is what the topics show: each of a thousand clients hears every
 * record once, in its topic's order, though the hub is killed in the middle.
 */
@ResourceLock("hub.view")
class LiveTopicsIT {

	private static final int CLIENTS = 1_000;

	@Test
	void aThousandClientsHearEveryRecordOnceThoughTheHubIsKilledInTheMiddle() throws IOException {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "live");
				HubUnderTest hub = new HubUnderTest(agencies);
				ViewTopics topics = new ViewTopics(hub)) {
			int port = free();
			hub.with("server.port", port).with("hub.stream.clients", CLIENTS);
			List<SpecificRecord> events = Renamed.events(agencies.names().getFirst(), 90, 71, Disturbance.NONE)
				.toList();
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
					Set<StreamClient> late = new HashSet<>(clients);
					Awaitility.await()
						.atMost(HubUnderTest.PATIENCE)
						.pollInterval(Duration.ofMillis(250))
						.untilAsserted(() -> {
							topics.read();
							late.removeIf((client) -> heard(client).equals(shown(topics, client)));
							late.stream()
								.findFirst()
								.ifPresent((client) -> assertThat(heard(client)).as("of %d clients", late.size())
									.isEqualTo(shown(topics, client)));
						});
					assertThat(clients).allSatisfy((client) -> {
						assertThat(client.events()).noneMatch((event) -> event.name().equals("reset"));
						assertThat(heard(client)).isEqualTo(shown(topics, client));
					});
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

	/** By topic, the offsets that a client was told of, in its order. */
	private static Map<String, List<Long>> heard(StreamClient client) {
		Map<String, List<Long>> heard = new HashMap<>();
		ViewTopics.FAMILIES.forEach((family) -> heard.put(family, new ArrayList<>()));
		JsonMapper mapper = JsonMapper.shared();
		for (StreamClient.Event event : client.events()) {
			String family = event.name().equals("change") ? mapper.readTree(event.data()).path("family").asString()
					: "";
			List<Long> offsets = heard.get(family);
			if (offsets != null) {
				offsets.add(event.offset(family));
			}
		}
		return heard;
	}

	/** By topic, the offsets of what it shows since a client came. */
	private static Map<String, List<Long>> shown(ViewTopics topics, StreamClient client) {
		Map<String, List<Long>> shown = new HashMap<>();
		for (String family : ViewTopics.FAMILIES) {
			long from = StreamClient.next(client.began().orElseThrow(), family);
			shown.put(family,
					topics.of(family)
						.stream()
						.map((record) -> record.offset())
						.filter((offset) -> offset >= from)
						.toList());
		}
		return shown;
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

	private static int free() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void eventually(Callable<Boolean> holds) {
		Awaitility.await().atMost(HubUnderTest.PATIENCE).pollInterval(Duration.ofMillis(250)).until(holds);
	}

}
