package org.buranakan.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a broker is told; each is a controller too.
 *
 * @param superuser the broker itself, and who provisions it
 * @param logs where the records lie
 * @param client host and port for clients
 * @param controllers host and port of each controller, in the order of their nodes
 * @param node which of them it is, counted from 1
 * @param encryption the security protocol, and for {@code SASL_SSL} key and trust
 */
record BrokerConfiguration(Login superuser, Path logs, String client, List<String> controllers, int node,
		Map<String, String> encryption) {

	/** What is acknowledged is on all replicas but one, so that one may be away. */
	private static final int REPLICAS = 3;

	/** The arguments by which StorageTool makes the superuser, one a line. */
	static String firstUser(Login superuser) {
		return "--add-scram\nSCRAM-SHA-512=[name=%s,password=%s]".formatted(superuser.user(), superuser.password());
	}

	Map<String, String> properties() {
		String protocol = this.encryption.getOrDefault("security.protocol", "");
		Map<String, String> all = new LinkedHashMap<>();
		all.put("process.roles", "broker,controller");
		all.put("node.id", String.valueOf(this.node));
		all.put("log.dirs", this.logs.toString());
		all.put("listeners", "CLIENT://" + this.client + ",CONTROLLER://" + this.controllers.get(this.node - 1));
		all.put("controller.quorum.bootstrap.servers", String.join(",", this.controllers));
		if (this.controllers.size() > 1) {
			// One whose volume was lost takes the vote of its former self, and with it
			// what
			// the others know.
			all.put("controller.quorum.auto.join.enable", "true");
		}
		all.put("controller.listener.names", "CONTROLLER");
		all.put("inter.broker.listener.name", "CLIENT");
		all.put("listener.security.protocol.map", "CLIENT:%1$s,CONTROLLER:%1$s".formatted(protocol));
		// Two, so that a user can have two passwords while it changes from one to the
		// other.
		all.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,SCRAM-SHA-256");
		all.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
		all.put("sasl.mechanism.controller.protocol", "PLAIN");
		all.put("listener.name.client.scram-sha-512.sasl.jaas.config", KafkaClients.scram(this.superuser));
		all.put("listener.name.client.scram-sha-256.sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required;");
		all.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
		all.put("listener.name.controller.plain.sasl.jaas.config",
				"org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
					.formatted(this.superuser.user(), this.superuser.password()));
		all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
		all.put("super.users", "User:" + this.superuser.user());
		all.put("allow.everyone.if.no.acl.found", "false");
		all.put("auto.create.topics.enable", "false");
		all.put("group.initial.rebalance.delay.ms", "0");
		String replicas = String.valueOf(Math.min(REPLICAS, this.controllers.size()));
		String inSync = String.valueOf(Math.max(1, Math.min(REPLICAS, this.controllers.size()) - 1));
		all.put("default.replication.factor", replicas);
		all.put("min.insync.replicas", inSync);
		for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
			all.put(internal + ".replication.factor", replicas);
			all.put(internal + ".num.partitions", "4");
		}
		all.put("transaction.state.log.min.isr", inSync);
		all.put("share.coordinator.state.topic.min.isr", inSync);
		this.encryption.forEach((name, value) -> {
			if (name.startsWith("ssl.")) {
				all.put(name, value);
			}
		});
		return all;
	}

}
