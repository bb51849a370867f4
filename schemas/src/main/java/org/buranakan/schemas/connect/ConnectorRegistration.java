package org.buranakan.schemas.connect;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Keeps a connector registered with Kafka Connect. Every step may be repeated and none
 * waits: a worker that is joining its group refuses with 409, one that starts with 503, a
 * configuration whose database does not answer with 400, and all of them may say yes the
 * next time.
 */
public final class ConnectorRegistration {

	private static final Logger log = LoggerFactory.getLogger(ConnectorRegistration.class);

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	/**
	 * Connect itself gives up a request after 90 s; validation connects to the database.
	 */
	private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

	private static final int LONGEST_REASON = 300;

	/** Nobody but us reads this setting. */
	private static final String STARTING_OVER = "buranakan.starting.over";

	/** What Debezium and PostgreSQL say where changes are gone. */
	private static final Pattern GONE = Pattern
		.compile("no longer available on the server|Cannot seek to the last known"
				+ " offset|replication slot \"[^\"]*\" does not exist|can no longer (?:access|get changes from) replication slot"
				+ "|Unable to obtain valid replication slot");

	private final String name;

	private final Supplier<Map<String, String>> configuration;

	private final ConnectApi api;

	/**
	 * Of one connector.
	 * @param worker Kafka Connect's REST API
	 * @param name of the connector, unique there
	 * @param configuration its whole configuration, asked for at every step
	 */
	public ConnectorRegistration(URI worker, String name, Supplier<Map<String, String>> configuration) {
		this.name = name;
		this.configuration = configuration;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build());
		requests.setReadTimeout(READ_TIMEOUT);
		RestClient client = RestClient.builder()
			.baseUrl(worker.toString().replaceAll("/+$", ""))
			.requestFactory(requests)
			.build();
		this.api = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
			.build()
			.createClient(ConnectApi.class);
	}

	/** Registers what is not registered so, and tells how the connector is. */
	public ConnectorState ensure() {
		try {
			Map<String, String> wanted = this.configuration.get();
			Optional<Map<String, String>> registered = registered();
			if (registered.filter((known) -> known.containsKey(STARTING_OVER)).isPresent()) {
				return new ConnectorState.StartingOver();
			}
			if (!registered.equals(Optional.of(wanted))) {
				this.api.configure(this.name, wanted);
			}
			return state(this.api.status(this.name));
		}
		catch (RestClientResponseException ex) {
			return new ConnectorState.Unregistered(ex.getStatusCode() + " " + shortened(ex.getResponseBodyAsString()));
		}
		catch (RestClientException ex) {
			return new ConnectorState.Unregistered(shortened(String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Whether the database answers the worker, where Connect calls the capture running.
	 */
	public ConnectorState probe() {
		try {
			Map<String, String> wanted = this.configuration.get();
			return this.api.validate(wanted.getOrDefault("connector.class", ""), wanted)
				.errors()
				.findFirst()
				.<ConnectorState>map((error) -> new ConnectorState.Silent(shortened(error)))
				.orElseGet(ConnectorState.Running::new);
		}
		catch (RestClientException ex) {
			return new ConnectorState.Unregistered(shortened(String.valueOf(ex.getMessage())));
		}
	}

	/** Starts again what has failed; nothing that runs. */
	public void restart() {
		try {
			this.api.restartFailed(this.name);
		}
		catch (RestClientException ignored) {
			// The state that ensure() tells next is the answer.
		}
	}

	/** Has a stopped or paused one go on from where it was. */
	public void resume() {
		try {
			this.api.resume(this.name);
		}
		catch (RestClientException ignored) {
			// As with a restart.
		}
	}

	/**
	 * Marks the connector in Connect itself, so that whoever finds it stopped half way
	 * goes on with {@link #startOver}.
	 */
	public void beginStartingOver() {
		Map<String, String> marked = new TreeMap<>(this.configuration.get());
		marked.put(STARTING_OVER, "true");
		try {
			this.api.configure(this.name, marked);
		}
		catch (RestClientException ex) {
			log.warn("{} cannot start over now: {}", this.name, shortened(String.valueOf(ex.getMessage())));
		}
	}

	/**
	 * Has Debezium forget how far it read, so that it begins with a snapshot again. To be
	 * repeated while the connector is starting over, for tasks take their time to stop.
	 */
	public void startOver() {
		try {
			this.api.stop(this.name);
			this.api.forget(this.name);
			this.api.resume(this.name);
			this.api.configure(this.name, this.configuration.get());
		}
		catch (RestClientException ex) {
			log.debug("{} is not stopped yet", this.name, ex);
		}
	}

	private Optional<Map<String, String>> registered() {
		try {
			return Optional.of(new TreeMap<>(this.api.configuration(this.name)));
		}
		catch (HttpClientErrorException.NotFound ex) {
			return Optional.empty();
		}
	}

	private static ConnectorState state(ConnectApi.Status status) {
		Optional<ConnectApi.State> failed = Stream.concat(Stream.of(status.connector()), status.tasks().stream())
			.filter((part) -> part.state().equals("FAILED"))
			.findFirst();
		if (failed.isPresent()) {
			String trace = failed.get().trace();
			if (trace != null && GONE.matcher(trace).find()) {
				return new ConnectorState.Lost(reason(trace));
			}
			return new ConnectorState.Failed((trace != null) ? reason(trace) : "no reason given");
		}
		if (status.tasks().isEmpty()) {
			String state = status.connector().state();
			return new ConnectorState.Waiting(state.equals("RUNNING") ? "UNASSIGNED" : state);
		}
		return Stream.concat(Stream.of(status.connector()), status.tasks().stream())
			.map(ConnectApi.State::state)
			.filter((state) -> !state.equals("RUNNING"))
			.findFirst()
			.<ConnectorState>map(ConnectorState.Waiting::new)
			.orElseGet(ConnectorState.Running::new);
	}

	/** The last cause says most. */
	private static String reason(String trace) {
		return trace.lines()
			.filter((line) -> line.startsWith("Caused by: "))
			.reduce((first, last) -> last)
			.map((line) -> line.substring("Caused by: ".length()))
			.or(() -> trace.lines().findFirst())
			.map(ConnectorRegistration::shortened)
			.orElse("");
	}

	private static String shortened(String text) {
		return (text.length() <= LONGEST_REASON) ? text : text.substring(0, LONGEST_REASON) + "…";
	}

}
