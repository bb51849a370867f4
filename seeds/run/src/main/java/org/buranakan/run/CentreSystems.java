package org.buranakan.run;

import java.util.List;
import java.util.function.UnaryOperator;

import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.Push;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * The web systems of the four provincial centres, which push their documents at every
 * start: what was said before is accepted and changes nothing.
 */
final class CentreSystems {

	private static final List<String> AGENCIES = List.of("pacoc-11", "pacoc-19", "pacoc-20", "pacoc-23");

	private final RestClient client;

	private final UnaryOperator<String> tokens;

	private final PilotData data;

	/** The tokens are by agency. */
	CentreSystems(int port, UnaryOperator<String> tokens, PilotData data) {
		this.client = RestClient.create("http://127.0.0.1:" + port);
		this.tokens = tokens;
		this.data = data;
	}

	void push() {
		AGENCIES.forEach((agency) -> this.data.pushes(agency).forEach((push) -> push(agency, push)));
	}

	private void push(String agency, Push push) {
		this.client.post()
			.uri("/v1/events")
			.headers((headers) -> headers.setBearerAuth(this.tokens.apply(agency)))
			.contentType(MediaType.APPLICATION_JSON)
			.body(push.json())
			.retrieve()
			.toBodilessEntity();
	}

}
