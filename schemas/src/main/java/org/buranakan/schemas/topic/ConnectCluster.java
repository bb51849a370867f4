package org.buranakan.schemas.topic;

/**
 * The names that the Kafka Connect worker of an agency uses in Kafka, all under one
 * prefix so that one right covers them.
 */
public record ConnectCluster(AgencyId agency) {

	/** The worker's {@code group.id}. */
	public String groupId() {
		return prefix() + "worker";
	}

	/** The worker's {@code config.storage.topic}. */
	public String configTopic() {
		return prefix() + "config";
	}

	/** The worker's {@code offset.storage.topic}. */
	public String offsetTopic() {
		return prefix() + "offset";
	}

	/** The worker's {@code status.storage.topic}. */
	public String statusTopic() {
		return prefix() + "status";
	}

	/**
	 * Debezium's {@code topic.prefix}: tables appear as {@code raw.<agency>.<schema>.
	 *
	<table>
	 * }.
	 */
	public String rawPrefix() {
		return "raw." + this.agency;
	}

	/** Debezium's {@code topic.heartbeat.prefix}: no consumer reads what follows it. */
	public String heartbeatPrefix() {
		return prefix() + "heartbeat";
	}

	/** The prefix of all internal names, ending in a dot. */
	String prefix() {
		return "connect." + this.agency + ".";
	}

	/** The prefix that Connect puts before the group id for its leader's transactions. */
	String leaderPrefix() {
		return "connect-cluster-" + prefix();
	}

}
