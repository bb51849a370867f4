package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.item;

/** Hundreds who never finish what they say keep nobody else from being heard. */
class SlowClientsIT {

	private static final int HALF = 150;

	private static final Duration PROMPT = Duration.ofSeconds(5);

	private final CountDownLatch over = new CountDownLatch(1);

	private final List<SlowConnection> connections = new ArrayList<>();

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	private RunningConnector connector;

	@BeforeEach
	void start() throws IOException {
		this.agency = new JoinedAgency(this.folder, "push: activity");
		Map<String, Object> settings = this.agency.settings();
		settings.put("buranakan.access.body-grace", "10s");
		settings.put("buranakan.access.requests-per-minute", 60_000);
		this.connector = RunningConnector.start(settings);
	}

	@AfterEach
	void stop() throws IOException {
		this.over.countDown();
		for (SlowConnection connection : this.connections) {
			connection.close();
		}
		this.connector.close();
	}

	@Test
	void whoTrickleHeadersAndBodiesHoldUpNobodyAndAreTurnedAwayInTime() throws IOException {
		// Given
		PushClient client = new PushClient(this.connector, this.agency.token());
		assertAccepted(client.push(item("A-0")));
		List<SlowConnection> heads = open("POST /v1/events HTTP/1.1\r\nX-Slow: ");
		List<SlowConnection> bodies = open(SlowConnection.head("/v1/events", this.agency.token()));
		trickle(heads, "x");
		trickle(bodies, "1\r\n \r\n");
		// When
		for (int push = 1; push <= 20; push++) {
			long begun = System.nanoTime();
			assertAccepted(client.push(item("A-" + push)));
			// Then
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
		}
		assertThat(client.get("/actuator/health").statusCode()).isEqualTo(200);
		for (SlowConnection body : bodies) {
			assertThat(body.isAnswered()).as("still being read").isFalse();
		}
		// And
		for (SlowConnection body : bodies) {
			assertThat(body.status()).startsWith("HTTP/1.1 408");
		}
	}

	private List<SlowConnection> open(String begin) throws IOException {
		List<SlowConnection> opened = new ArrayList<>();
		for (int count = 0; count < HALF; count++) {
			opened.add(SlowConnection.begin(this.connector.address(), begin));
		}
		this.connections.addAll(opened);
		return opened;
	}

	private void trickle(List<SlowConnection> slow, String drop) {
		Thread.ofVirtual().start(() -> {
			try {
				while (!this.over.await(300, TimeUnit.MILLISECONDS)) {
					slow.forEach((connection) -> connection.say(drop));
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

}
