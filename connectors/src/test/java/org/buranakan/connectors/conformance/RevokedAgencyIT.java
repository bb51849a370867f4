package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.assertProblem;
import static org.buranakan.connectors.conformance.PushClient.item;

/** What an agency is told that the hub admits no longer. */
class RevokedAgencyIT {

	@TempDir
	private Path folder;

	private JoinedAgency agency;

	@BeforeEach
	void join() throws IOException {
		this.agency = new JoinedAgency(this.folder, "push: activity");
	}

	@Test
	void aRevokedAgencyIsForbiddenNotPutOffAndIsHeardAgainOnceReadmitted() throws IOException {
		// Given
		try (RunningConnector connector = RunningConnector.start(this.agency.settings())) {
			PushClient client = new PushClient(connector, this.agency.token());
			assertAccepted(client.push(item("A-1")));
			// When
			this.agency.revoke();
			// Then
			Awaitility.await()
				.atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertProblem(client.push(item("A-1")), 403, "not-admitted"));
			assertProblem(client.push(item("A-2")), 403, "not-admitted");
			assertProblem(client.push(item("A-2")), 403, "not-admitted");
			assertProblem(client.get("/v1/refusals"), 403, "not-admitted");
			// And
			this.agency.readmit();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertAccepted(client.push(item("A-2"))));
		}
	}

	@Test
	void itsFilesAreForbiddenToo() throws IOException {
		// Given
		JoinedAgency dropping = new JoinedAgency(Files.createDirectory(this.folder.resolve("files")), "file: \"a*\"");
		try (RunningConnector connector = RunningConnector.start(dropping.settings())) {
			PushClient client = new PushClient(connector, dropping.token());
			// When
			dropping.revoke();
			// Then
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertProblem(
						client.send(client.request("/v1/files?name=a.csv")
							.header("Accept", "application/json")
							.POST(HttpRequest.BodyPublishers
								.ofString("รหัส,ชื่อ,พื้นที่,วันที่\nA-3,อบรม,110103,24/01/2565\n"))),
						403, "not-admitted"));
		}
	}

	@Test
	void othersOfTheSameConnectorAreHeardThoughTheFirstIsAdmittedNoLonger() throws IOException {
		// Given
		JoinedAgency other = new JoinedAgency(Files.createDirectory(this.folder.resolve("other")), "push: activity");
		Map<String, Object> settings = this.agency.settings();
		other.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[1]"), value));
		this.agency.revoke();
		// When
		try (RunningConnector connector = RunningConnector.start(settings)) {
			// Then
			assertAccepted(new PushClient(connector, other.token()).push(item("A-1")));
			assertProblem(new PushClient(connector, this.agency.token()).push(item("A-1")), 403, "not-admitted");
		}
	}

	@Test
	void itIsForbiddenAlsoWhereItsConnectorWasStartedAgainSince() throws IOException {
		// Given
		this.agency.revoke();
		try (RunningConnector connector = RunningConnector.startUnadmitted(this.agency.settings())) {
			PushClient client = new PushClient(connector, this.agency.token());
			// When, Then
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertProblem(client.push(item("A-1")), 403, "not-admitted"));
		}
	}

}
