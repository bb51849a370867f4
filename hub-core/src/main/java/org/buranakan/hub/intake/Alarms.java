package org.buranakan.hub.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done again after a while. For one thread.
 *
 * @param <K> what it is about
 */
final class Alarms<K> {

	private final long pauseNanos;

	private final Map<K, Long> since = new HashMap<>();

	Alarms(Duration pause) {
		this.pauseNanos = pause.toNanos();
	}

	void set(K key) {
		this.since.put(key, System.nanoTime());
	}

	void cancel(K key) {
		this.since.remove(key);
	}

	boolean isEmpty() {
		return this.since.isEmpty();
	}

	/** Those whose time has come; each once. */
	List<K> due() {
		long now = System.nanoTime();
		List<K> due = this.since.entrySet()
			.stream()
			.filter((entry) -> now - entry.getValue() >= this.pauseNanos)
			.map(Map.Entry::getKey)
			.toList();
		due.forEach(this.since::remove);
		return due;
	}

}
