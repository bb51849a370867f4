package org.buranakan.schemas.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.buranakan.schemas.topic.Topic;

/** The topics with one partition each, and their configuration. */
final class TopicCreation {

	private final Admin admin;

	private final int replicas;

	TopicCreation(Admin admin, int replicas) {
		this.admin = admin;
		this.replicas = replicas;
	}

	/** Creates the missing ones, mends configurations, returns all ids. */
	Map<Topic, Uuid> provide(List<Topic> topics) {
		Set<String> there = names();
		List<Topic> missing = topics.stream().filter((topic) -> !there.contains(topic.name())).toList();
		create(missing);
		Answers.await("create topics",
				() -> names().containsAll(missing.stream().map(Topic::name).collect(Collectors.toSet())));
		configure(topics.stream().filter((topic) -> there.contains(topic.name())).toList());
		return ids(topics);
	}

	/** Another operator may create the same at the same moment. */
	private void create(List<Topic> missing) {
		this.admin.createTopics(missing.stream().map(this::created).toList()).values().forEach((topic, creation) -> {
			try {
				Answers.of("create topic " + topic, creation);
			}
			catch (ProvisioningException ex) {
				if (!(ex.getCause() instanceof TopicExistsException)) {
					throw ex;
				}
			}
		});
	}

	private Set<String> names() {
		return Answers.of("list topics", this.admin.listTopics().names());
	}

	private NewTopic created(Topic topic) {
		return new NewTopic(topic.name(), 1, (short) this.replicas).configs(configuration(topic));
	}

	/** One replica fewer than there are may be missing when a record is acknowledged. */
	private Map<String, String> configuration(Topic topic) {
		Map<String, String> configuration = new TreeMap<>(topic.kind().configuration());
		configuration.put("min.insync.replicas", Integer.toString(Math.max(1, this.replicas - 1)));
		configuration.put("unclean.leader.election.enable", "false");
		return configuration;
	}

	private void configure(List<Topic> topics) {
		Map<ConfigResource, Config> current = Answers.of("describe configurations",
				this.admin.describeConfigs(topics.stream().map(TopicCreation::resource).toList()).all());
		Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
		for (Topic topic : topics) {
			Collection<AlterConfigOp> changed = new ArrayList<>();
			configuration(topic).forEach((name, value) -> {
				ConfigEntry entry = Objects.requireNonNull(current.get(resource(topic))).get(name);
				if (entry == null || !value.equals(entry.value())) {
					changed.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET));
				}
			});
			if (!changed.isEmpty()) {
				changes.put(resource(topic), changed);
			}
		}
		Answers.of("configure topics", this.admin.incrementalAlterConfigs(changes).all());
	}

	private Map<Topic, Uuid> ids(List<Topic> topics) {
		Map<String, TopicDescription> described = Answers.of("describe topics",
				this.admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames());
		Map<Topic, Uuid> ids = new HashMap<>();
		for (Topic topic : topics) {
			TopicDescription description = Objects.requireNonNull(described.get(topic.name()));
			if (description.partitions().size() != 1) {
				throw new ProvisioningException(topic + " has " + description.partitions().size()
						+ " partitions, but a log is a topic of one: move its records into a new topic", null);
			}
			ids.put(topic, description.topicId());
		}
		return ids;
	}

	private static ConfigResource resource(Topic topic) {
		return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
	}

}
