package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.item;

/** A list that the hub's operators have not loaded yet, and that one agency needs. */
class MissingListIT {

	@TempDir
	private Path folder;

	@Test
	void onlyTheOfficersOfThatAgencyAreToldThatTheHubIsAway() throws IOException {
		// Given
		JoinedAgency served = new JoinedAgency(Files.createDirectory(this.folder.resolve("served")), "push: activity");
		Path folder = Files.createDirectory(this.folder.resolve("lacking"));
		JoinedAgency lacking = new JoinedAgency(folder, "push: activity");
		Path profile = folder.resolve("profile.yml");
		Files.writeString(profile,
				Files.readString(profile)
					.replace("sources:\n", "lists: {later: {reference: later-list}}\nsources:\n")
					.replace("kind: {constant: training}", "kind: {from: note, as: code, of: later}"));
		Map<String, Object> settings = served.settings();
		lacking.settings().forEach((name, value) -> settings.putIfAbsent(name.replace("[0]", "[1]"), value));
		// When
		try (RunningConnector connector = RunningConnector.startUnadmitted(settings)) {
			PushClient officer = new PushClient(connector, served.token());
			// Then
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> officer.get("/v1/state").body().contains("\"reachable\":true"));
			assertAccepted(officer.push(item("A-1")));
			assertThat(new PushClient(connector, lacking.token()).get("/v1/state").body())
				.contains("\"reachable\":false");
			assertThat(connector.health()).contains("nothing of later-list");
		}
	}

}
