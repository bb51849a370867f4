package org.buranakan.hub.guarantee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.buranakan.hub.oracle.Oracle;

/**
 * A log that must not be read on, as it was before.
 *
 * @param code that it must be parked with
 * @param read the records that were read of it
 * @param poison what of all logs had to be rejected with which code until then
 */
record Parked(String topic, String code, List<ConsumerRecord<byte[], byte[]>> read, Map<String, String> poison) {

	/** Keeps what a log has and what was read of it, before it is taken away. */
	static Parked of(Scene scene, String topic, String code) {
		return new Parked(topic, code, Oracle.records(scene.agencies().superuser(), topic),
				scene.agencies().doses().byPlace());
	}

	/** Of what must be rejected, that which can have been read. */
	Map<String, String> readable(Map<String, String> now) {
		Map<String, String> readable = new HashMap<>(now);
		readable.keySet().removeIf((place) -> place.startsWith(this.topic + "/") && !this.poison.containsKey(place));
		return readable;
	}

}
