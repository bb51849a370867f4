package org.buranakan.schemas.topic;

/** What a principal is to the hub. */
public enum Role {

	/** An agency's connector. */
	AGENCY,

	/** The Kafka Connect worker that captures an agency's database. */
	CONNECT,

	/** The hub itself. */
	HUB,

	/** Who keeps the reference data. */
	OPERATOR,

	/** Who reads the integrated view. */
	DASHBOARD,

	/** Who may read everything and change nothing. */
	AUDITOR;

	static final String CONNECT_SUFFIX = "-connect";

	/** Whether the name belongs to a role other than an agency's. */
	static boolean claims(String name) {
		return name.endsWith(CONNECT_SUFFIX) || name.equals("hub") || named(name, "operator")
				|| named(name, "dashboard") || named(name, "auditor");
	}

	private static boolean named(String name, String role) {
		return name.equals(role) || name.startsWith(role + "-");
	}

}
