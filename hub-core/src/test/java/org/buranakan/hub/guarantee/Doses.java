package org.buranakan.hub.guarantee;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.RecordMetadata;

/** The poison that was published, and what it must be rejected with. */
final class Doses {

	private final IdentityHashMap<Future<RecordMetadata>, String> codes = new IdentityHashMap<>();

	void note(Future<RecordMetadata> record, String code) {
		this.codes.put(record, code);
	}

	/** The code of each, by {@code <topic>/<offset>}. */
	Map<String, String> byPlace() {
		Map<String, String> byPlace = new HashMap<>();
		this.codes.forEach(
				(record, code) -> byPlace.put(record.resultNow().topic() + "/" + record.resultNow().offset(), code));
		return byPlace;
	}

}
