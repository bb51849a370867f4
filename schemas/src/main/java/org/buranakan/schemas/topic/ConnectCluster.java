package org.buranakan.schemas.topic;

/**
 * The names that a Kafka Connect worker uses in Kafka, all under one prefix so that one
 * right covers them.
 *
 * @param owner the agency whose database it captures, or {@code hub}, which no agency can
 * be called
 */
public record ConnectCluster(String owner) {

	/** Of the worker that writes the hub's outbox to {@code hub.view.*}. */
	public static final ConnectCluster HUB = new ConnectCluster(Principal.hub().name());

	/** Of the worker that captures an agency's database. */
	public static ConnectCluster of(AgencyId agency) {
		return new ConnectCluster(agency.value());
	}

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
		return "raw." + this.owner;
	}

	/**
	 * Debezium's {@code topic.prefix} for an outbox: nothing is written below it, for
	 * each row names its own topic.
	 */
	public String outboxPrefix() {
		return prefix() + "outbox";
	}

	/** Debezium's {@code topic.heartbeat.prefix}: no consumer reads what follows it. */
	public String heartbeatPrefix() {
		return prefix() + "heartbeat";
	}

	/** The prefix of all internal names, ending in a dot. */
	String prefix() {
		return "connect." + this.owner + ".";
	}

	/** The prefix that Connect puts before the group id for its leader's transactions. */
	String leaderPrefix() {
		return "connect-cluster-" + prefix();
	}

}
