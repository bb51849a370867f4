package org.buranakan.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.Push;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * The web systems of the four provincial centres, which push their documents once: what a
 * centre says later is never taken back by a restart.
 */
final class CentreSystems {

	private static final List<String> AGENCIES = List.of("pacoc-11", "pacoc-19", "pacoc-20", "pacoc-23");

	private final Path marks;

	private final RestClient client = RestClient.create();

	private final UnaryOperator<String> connectors;

	private final UnaryOperator<String> tokens;

	private final PilotData data;

	/**
	 * The connectors' addresses and the tokens are by agency; the marks say who has
	 * pushed.
	 */
	CentreSystems(Path marks, UnaryOperator<String> connectors, UnaryOperator<String> tokens, PilotData data) {
		this.marks = marks;
		this.connectors = connectors;
		this.tokens = tokens;
		this.data = data;
	}

	void push() {
		for (String agency : AGENCIES) {
			Mark pushed = new Mark(this.marks.resolve("." + agency + "-pushed"));
			pushed.once(() -> this.data.pushes(agency).forEach((push) -> push(agency, push)));
		}
	}

	private void push(String agency, Push push) {
		this.client.post()
			.uri(this.connectors.apply(agency) + "/v1/events")
			.headers((headers) -> headers.setBearerAuth(this.tokens.apply(agency)))
			.contentType(MediaType.APPLICATION_JSON)
			.body(push.json())
			.retrieve()
			.toBodilessEntity();
	}

}
