package org.buranakan.platform;

/**
 * The real programs the platform runs, in the order in which they stop last to first.
 */
public enum PartName {

	POSTGRESQL("PostgreSQL"), KAFKA("Kafka"), REGISTRY("Schema registry"), CONNECT("Kafka Connect of CODI"),
	HUB_CONNECT("Kafka Connect of the hub");

	private final String title;

	PartName(String title) {
		this.title = title;
	}

	/** The name people know it by. */
	public String title() {
		return this.title;
	}

	/** Its name in files and directories. */
	String file() {
		return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

}
