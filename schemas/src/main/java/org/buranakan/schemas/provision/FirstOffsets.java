package org.buranakan.schemas.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

/**
 * Where the hub begins to read: at offset 0 of every topic that its group has no offset
 * for. Set before the group starts, because the hub never resets offsets by itself, and
 * with Kafka's newer group protocol a position set during assignment comes too late for
 * the first fetch.
 */
final class FirstOffsets {

	private final Admin admin;

	FirstOffsets(Admin admin) {
		this.admin = admin;
	}

	/** Returns the topics that the running group kept from being set. */
	Set<Topic> provide(List<Topic> topics) {
		Map<TopicPartition, OffsetAndMetadata> committed = Answers.of("list the hub's offsets",
				this.admin.listConsumerGroupOffsets(Topics.HUB_GROUP).partitionsToOffsetAndMetadata());
		Set<Topic> fresh = topics.stream()
			.filter((topic) -> Topics.ofIntake().contains(topic.kind()))
			.filter((topic) -> committed.get(partition(topic)) == null)
			.collect(Collectors.toSet());
		return (fresh.isEmpty() || set(fresh)) ? Set.of() : fresh;
	}

	private boolean set(Set<Topic> topics) {
		Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
		topics.forEach((topic) -> first.put(partition(topic), new OffsetAndMetadata(0)));
		try {
			Answers.of("set the hub's first offsets",
					this.admin.alterConsumerGroupOffsets(Topics.HUB_GROUP, first).all());
			return true;
		}
		catch (ProvisioningException ex) {
			if (ex.getCause() instanceof UnknownMemberIdException || ex.getCause() instanceof GroupNotEmptyException) {
				return false;
			}
			throw ex;
		}
	}

	private static TopicPartition partition(Topic topic) {
		return new TopicPartition(topic.name(), 0);
	}

}
