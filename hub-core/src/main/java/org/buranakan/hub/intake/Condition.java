package org.buranakan.hub.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * How intake is: what its consumer's thread last said of itself, for any thread to read.
 */
@Component
class Condition {

	private static final Logger log = LoggerFactory.getLogger(Condition.class);

	private final Clock clock = Clock.systemUTC();

	private final Map<TopicPartition, String> unread = new ConcurrentHashMap<>();

	private final Map<TopicPartition, String> awaited = new ConcurrentHashMap<>();

	private volatile @Nullable String failure;

	private volatile Instant lastSign = this.clock.instant();

	/** The consumer's thread lives. */
	void alive() {
		this.lastSign = this.clock.instant();
	}

	/** A batch was committed, or there was none. */
	void well() {
		if (this.failure != null) {
			log.info("Intake goes on");
		}
		this.failure = null;
	}

	/** A batch could not be committed and will be tried again. */
	void heldBack(Throwable cause) {
		if (this.failure == null) {
			log.warn("Intake holds back until this is over", cause);
		}
		this.failure = cause.toString();
	}

	void parked(TopicPartition partition, Parking parking) {
		log.error("Parked: {} ({})", parking.why(), parking.code());
		this.awaited.remove(partition);
		this.unread.put(partition, parking.code() + ": " + parking.why());
	}

	void fenced(TopicPartition partition) {
		log.error("Another process claimed {} although Kafka assigned it to this one", partition);
		this.unread.put(partition, "claimed by another process");
	}

	/** Reference data does not name it yet. */
	void awaits(TopicPartition partition) {
		this.awaited.put(partition, "not registered in hub.reference");
	}

	/** Nothing is to be said of it any more. */
	void released(TopicPartition partition) {
		this.unread.remove(partition);
		this.awaited.remove(partition);
	}

	Optional<String> failure() {
		return Optional.ofNullable(this.failure);
	}

	Duration silence() {
		return Duration.between(this.lastSign, this.clock.instant());
	}

	/** Assigned logs that must not be read, with the reason. */
	Map<String, String> unread() {
		return named(this.unread);
	}

	/** Assigned logs that nobody registered. */
	Map<String, String> awaited() {
		return named(this.awaited);
	}

	private static Map<String, String> named(Map<TopicPartition, String> reasons) {
		Map<String, String> named = new TreeMap<>();
		reasons.forEach((partition, reason) -> named.put(partition.toString(), reason));
		return named;
	}

}
