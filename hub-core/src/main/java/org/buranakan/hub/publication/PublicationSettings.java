package org.buranakan.hub.publication;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the view reaches its topics.
 *
 * @param connect REST API of the hub's Kafka Connect; absent where this hub publishes
 * nothing
 * @param credentials properties file with {@code username} and {@code password} of a role
 * that may replicate the hub's database and read {@code hub.outbox}, under one path where
 * the Connect worker runs
 */
@ConfigurationProperties("hub.publication")
record PublicationSettings(@Nullable URI connect, @Nullable String credentials) {

	PublicationSettings {
		if ((connect == null) != (credentials == null)) {
			throw new IllegalArgumentException("hub.publication: connect and credentials go together");
		}
	}

}
