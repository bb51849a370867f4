package org.buranakan.schemas.topic;

import java.util.Set;

/** What a principal is to the hub. */
public enum Role {

	/** An agency's connector. */
	AGENCY,

	/** The Kafka Connect worker that captures an agency's database. */
	CONNECT,

	/** The hub itself. */
	HUB,

	/** The Kafka Connect worker that writes the view to its topics. */
	HUB_CONNECT,

	/** Who keeps the reference data, and puts on record what it did. */
	OPERATOR,

	/** Who reads the integrated view. */
	DASHBOARD,

	/** Who may read everything, and writes nothing but what it did itself. */
	AUDITOR;

	static final String CONNECT_SUFFIX = "-connect";

	/**
	 * Those of roles, and those whose prefixes or users are the brokers' own: an agency
	 * called {@code connect} would own the groups of every worker.
	 */
	private static final Set<String> RESERVED = Set.of("hub", "operator", "dashboard", "auditor", "connect", "raw",
			"agency", "audit", "platform", "admin", "kafka", "broker");

	/** Whether the name belongs to a role other than an agency's. */
	static boolean claims(String name) {
		return name.endsWith(CONNECT_SUFFIX) || RESERVED.stream().anyMatch((role) -> named(name, role));
	}

	private static boolean named(String name, String role) {
		return name.equals(role) || name.startsWith(role + "-");
	}

}
