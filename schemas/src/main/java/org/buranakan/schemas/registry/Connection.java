package org.buranakan.schemas.registry;

import java.net.http.HttpClient;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** One registry, with each of its failures told apart. Safe for use by many threads. */
final class Connection {

	private static final Pattern ERROR_CODE = Pattern.compile("\"error_code\"\\s*:\\s*(\\d+)");

	private final RegistryAddress address;

	private final ConfluentApi api;

	Connection(RegistryAddress address) {
		this.address = address;
		// A POST that asks to be upgraded to HTTP/2 is never answered by Apicurio's
		// server.
		HttpClient http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(address.connectTimeout())
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(address.readTimeout());
		RestClient.Builder client = RestClient.builder()
			.baseUrl(address.url().toString().replaceAll("/+$", ""))
			.requestFactory(requests);
		address.credentials()
			.ifPresent((credentials) -> client
				.defaultHeaders((headers) -> headers.setBasicAuth(credentials.username(), credentials.password())));
		this.api = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client.build()))
			.build()
			.createClient(ConfluentApi.class);
	}

	/** Asks, and turns every way of failing into its own exception. */
	<T> T ask(String what, Function<ConfluentApi, @Nullable T> question) {
		try {
			T answer = question.apply(this.api);
			if (answer == null) {
				throw nonsense(what);
			}
			return answer;
		}
		catch (RestClientResponseException ex) {
			throw refusal(what, ex);
		}
		catch (RestClientException ex) {
			throw new RegistryException.Unavailable(
					"The schema registry at " + this.address.url() + " does not answer: " + what, ex);
		}
	}

	RegistryException nonsense(String what) {
		return new RegistryException.Unavailable(
				"What answers at " + this.address.url() + " does not speak the Confluent API: " + what, null);
	}

	private RegistryException refusal(String what, RestClientResponseException ex) {
		String message = what + ": the schema registry at " + this.address.url() + " says " + ex.getStatusCode() + " "
				+ ex.getResponseBodyAsString();
		return switch (ex.getStatusCode().value()) {
			case 401, 403 -> new RegistryException.Unauthorised(message, ex);
			case 409 -> new RegistryException.Incompatible(message, ex);
			// A proxy's 404 is no statement about schemas: believing it would reject good
			// records.
			case 404 -> isUnknown(ex) ? new RegistryException.Unknown(message, ex)
					: new RegistryException.Unavailable(message, ex);
			default -> new RegistryException.Unavailable(message, ex);
		};
	}

	/** The Confluent codes for an unknown subject, version and schema. */
	private static boolean isUnknown(RestClientResponseException ex) {
		Matcher code = ERROR_CODE.matcher(ex.getResponseBodyAsString());
		return code.find() && switch (code.group(1)) {
			case "40401", "40402", "40403" -> true;
			default -> false;
		};
	}

}
