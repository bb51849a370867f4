package org.buranakan.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.buranakan.schemas.topic.ConnectCluster;

/**
 * What a Connect worker is told.
 *
 * @param client how it logs in to Kafka
 * @param address where its REST API listens: whoever reaches it may reconfigure it
 * @param readable the folders with the logins that its connectors may read
 */
record WorkerConfiguration(ConnectCluster cluster, Map<String, String> client, URI address, List<Path> readable) {

	private static final String CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

	Map<String, String> properties() {
		Map<String, String> all = new LinkedHashMap<>();
		this.client.forEach((name, value) -> {
			all.put(name, value);
			if (!"bootstrap.servers".equals(name)) {
				all.put("producer." + name, value);
				all.put("consumer." + name, value);
				all.put("admin." + name, value);
			}
		});
		all.put("group.id", this.cluster.groupId());
		all.put("config.storage.topic", this.cluster.configTopic());
		all.put("offset.storage.topic", this.cluster.offsetTopic());
		all.put("status.storage.topic", this.cluster.statusTopic());
		for (String storage : List.of("config", "offset", "status")) {
			// As the brokers have it.
			all.put(storage + ".storage.replication.factor", "-1");
		}
		all.put("offset.storage.partitions", "1");
		all.put("status.storage.partitions", "1");
		for (String side : List.of("key", "value")) {
			all.put(side + ".converter", CONVERTER);
			all.put(side + ".converter.schemas.enable", "false");
		}
		all.put("exactly.once.source.support", "enabled");
		// A worker that was killed is missed sooner, and its successor need not wait.
		all.put("session.timeout.ms", "6000");
		all.put("heartbeat.interval.ms", "1500");
		// Time to come back in; by default the tasks of one that is away for good would
		// wait five minutes for it.
		all.put("scheduled.rebalance.max.delay.ms", "10000");
		all.put("plugin.discovery", "service_load");
		all.put("listeners", this.address.toString());
		all.put("rest.advertised.host.name", this.address.getHost());
		// So that a connector's configuration, which Connect stores and shows, need not
		// hold a password.
		all.put("config.providers", "file");
		all.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
		all.put("config.providers.file.param.allowed.paths",
				this.readable.stream().map(Path::toString).collect(Collectors.joining(",")));
		return all;
	}

}
