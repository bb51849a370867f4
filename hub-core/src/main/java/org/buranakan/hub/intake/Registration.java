package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.Map;

import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Topic;

import org.springframework.stereotype.Component;

/**
 * Makes the logs known that {@code hub.reference} names: reference data of kind
 * {@code log}, whose code is the topic and whose attributes are {@code topicId} and
 * {@code partition}.
 */
@Component
class Registration {

	private final Logs logs;

	Registration(Logs logs) {
		this.logs = logs;
	}

	void register(Collection<Fact<?>> facts) {
		for (Fact<?> fact : facts) {
			if (fact.event() instanceof ReferenceRecorded reference && reference.getKind().equals("log")) {
				register(reference.getCode(), reference.getAttributes());
			}
		}
	}

	private void register(String name, Map<String, String> attributes) {
		String topicId = attributes.get("topicId");
		String partition = attributes.getOrDefault("partition", "0");
		if (topicId != null && partition.equals("0")) {
			Topic.parse(name).ifPresent((topic) -> this.logs.register(topic, 0, topicId));
		}
	}

}
