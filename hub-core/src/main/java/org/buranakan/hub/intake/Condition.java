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
 * How intake is: what its threads last said of themselves, for any thread to read. Each
 * change is logged once.
 */
@Component
class Condition {

	private static final Logger log = LoggerFactory.getLogger(Condition.class);

	private final Clock clock = Clock.systemUTC();

	private final Map<TopicPartition, Trouble> troubles = new ConcurrentHashMap<>();

	/** Until Kafka is reached for the first time; no news. */
	private static final String NOT_YET = "Kafka was not reached yet";

	private volatile @Nullable String failure = NOT_YET;

	private volatile @Nullable String unpublished;

	private volatile Instant lastSign = this.clock.instant();

	/** The consumer's thread lives. */
	void alive() {
		this.lastSign = this.clock.instant();
	}

	/** A batch was committed, or Kafka was reached and there was none. */
	void well() {
		if (isTroubled()) {
			log.info("Intake goes on");
		}
		this.failure = null;
	}

	/** A batch could not be committed and will be tried again. */
	void heldBack(Throwable cause) {
		if (!isTroubled()) {
			log.warn("Intake holds back until this is over", cause);
		}
		this.failure = cause.toString();
	}

	/** Nothing can be read for now. */
	void unreached(String why) {
		if (!isTroubled()) {
			log.warn("Intake waits: {}", why);
		}
		this.failure = why;
	}

	void parked(TopicPartition partition, Parking parking) {
		troubled(partition, new Trouble(Trouble.Kind.NOT_READ, parking.report()));
	}

	/** The database does not take that it is parked; that will be tried again. */
	void parkedUnwritten(TopicPartition partition, Parking parking, Throwable cause) {
		troubled(partition,
				new Trouble(Trouble.Kind.NOT_READ, parking.report() + " The database does not know yet: " + cause));
	}

	void fenced(TopicPartition partition) {
		troubled(partition, new Trouble(Trouble.Kind.NOT_READ,
				"claimed by another process; restart this one if no other is to read it"));
	}

	/** Kafka or the database could not be asked; what is parked stays so. */
	void unclaimed(TopicPartition partition, Throwable cause) {
		Trouble before = this.troubles.get(partition);
		if (before == null || before.kind() != Trouble.Kind.NOT_READ) {
			troubled(partition, new Trouble(Trouble.Kind.NOT_CLAIMED, cause.toString()));
		}
	}

	/** Reference data does not name it yet. */
	void awaits(TopicPartition partition) {
		troubled(partition, new Trouble(Trouble.Kind.NOT_REGISTERED, "not registered in hub.reference"));
	}

	/** A record hits a bug; its log waits there for another version of the hub. */
	void stuck(TopicPartition partition, Stuck at) {
		if (troubled(partition, new Trouble(Trouble.Kind.HELD_BACK, "offset " + at.offset() + ": " + at.cause()))) {
			log.error("What {} is held back by", partition, at.cause());
		}
	}

	/** Nothing is to be said of it any more. */
	void released(TopicPartition partition) {
		this.troubles.remove(partition);
	}

	/** Rejections cannot be published for now. */
	void unpublished(Throwable cause) {
		if (this.unpublished == null) {
			log.warn("Rejections cannot be published to hub.rejected for now", cause);
			this.unpublished = "since " + this.clock.instant() + ": " + cause;
		}
	}

	/** No rejection waits any more. */
	void published() {
		this.unpublished = null;
	}

	Optional<String> failure() {
		return Optional.ofNullable(this.failure);
	}

	/** Why rejections are not published, and since when. */
	Optional<String> unpublished() {
		return Optional.ofNullable(this.unpublished);
	}

	Duration silence() {
		return Duration.between(this.lastSign, this.clock.instant());
	}

	/** The assigned logs that have this trouble, with the reason. */
	Map<String, String> troubles(Trouble.Kind kind) {
		Map<String, String> named = new TreeMap<>();
		this.troubles.forEach((partition, trouble) -> {
			if (trouble.kind() == kind) {
				named.put(partition.toString(), trouble.why());
			}
		});
		return named;
	}

	private boolean isTroubled() {
		String last = this.failure;
		return last != null && !last.equals(NOT_YET);
	}

	/** Whether that is news. */
	private boolean troubled(TopicPartition partition, Trouble trouble) {
		boolean news = !trouble.equals(this.troubles.put(partition, trouble));
		if (news && trouble.kind() != Trouble.Kind.NOT_REGISTERED) {
			log.error("{} is {}: {}", partition, trouble.kind(), trouble.why());
		}
		return news;
	}

}
