package org.buranakan.connectors.source.cdc;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one agency's database is captured.
 *
 * @param connect Kafka Connect's REST API
 * @param database as {@code postgresql://host:port/name}
 * @param credentials properties file with {@code username} and {@code password}, under
 * one path where the Connect worker runs and here, where rows are compared; the role
 * needs REPLICATION, CONNECT, and SELECT on the tables
 * @param publication of the tables, made by their owner
 * @param slot of the agency's own; absent for {@code buranakan_<agency>}
 * @param heartbeat how often a quiet database is heard of
 * @param patience between two looks at the connector; a failed one is started again at
 * every tenth
 * @param verify how often the source is compared whole with what was published, if
 * nothing gives reason to do so before
 */
record CaptureSettings(URI connect, URI database, String credentials, @DefaultValue("buranakan") String publication,
		@Nullable String slot, @DefaultValue("10s") Duration heartbeat, @DefaultValue("1s") Duration patience,
		@DefaultValue("1d") Duration verify) {

	CaptureSettings {
		if (!"postgresql".equals(database.getScheme()) || database.getPort() < 0 || database.getPath().length() < 2) {
			throw new IllegalArgumentException("Not postgresql://host:port/name: " + database);
		}
		if (slot != null && !slot.matches("[a-z0-9_]{1,63}")) {
			throw new IllegalArgumentException("Not the name of a slot: " + slot);
		}
	}

}
