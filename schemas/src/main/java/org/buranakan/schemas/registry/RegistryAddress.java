package org.buranakan.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the registry is and how to speak to it.
 *
 * @param url the base of the Confluent API, such as
 * {@code http://127.0.0.1:8081/apis/ccompat/v7}
 * @param credentials for HTTP basic authentication; empty to come without
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 */
public record RegistryAddress(URI url, Optional<Credentials> credentials, Duration connectTimeout,
		Duration readTimeout) {

	public RegistryAddress {
		if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
			throw new IllegalArgumentException("Not the address of a schema registry: " + url);
		}
		if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
			throw new IllegalArgumentException("Timeouts are longer than nothing");
		}
	}

	/** Without credentials; 2 seconds to connect, 10 to answer. */
	public static RegistryAddress of(String url) {
		return new RegistryAddress(URI.create(url), Optional.empty(), Duration.ofSeconds(2), Duration.ofSeconds(10));
	}

	/** The same place, spoken to with these credentials. */
	public RegistryAddress as(String username, String password) {
		return new RegistryAddress(this.url, Optional.of(new Credentials(username, password)), this.connectTimeout,
				this.readTimeout);
	}

	/** The same place, given a minute for every answer. */
	RegistryAddress patient() {
		return new RegistryAddress(this.url, this.credentials, this.connectTimeout, Duration.ofMinutes(1));
	}

	/** A user of the registry. Its text form hides the password. */
	public record Credentials(String username, String password) {

		@Override
		public String toString() {
			return this.username + ":…";
		}

	}

}
