package org.buranakan.schemas.provision;

import java.util.Map;
import java.util.Set;

import org.apache.kafka.common.Uuid;
import org.buranakan.schemas.topic.Topic;

/**
 * What is there after provisioning.
 *
 * @param topicIds Kafka's id of every topic
 * @param offsetsPending topics whose first offset could not be set for the hub because
 * its group is running; provisioning again while the hub is stopped sets them
 */
public record Provisioned(Map<Topic, Uuid> topicIds, Set<Topic> offsetsPending) {

	public Provisioned {
		topicIds = Map.copyOf(topicIds);
		offsetsPending = Set.copyOf(offsetsPending);
	}

}
