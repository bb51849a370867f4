package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.kafka.clients.consumer.Consumer;

import org.springframework.stereotype.Component;

/**
 * Meters {@code hub.intake.records} (by agency, family, outcome), {@code hub.intake.lag}
 * (records that wait, by agency and family) and {@code hub.intake.refused} (batches that
 * were not written, because another process had claimed one of their logs).
 */
@Component
class Meters {

	private final MeterRegistry registry;

	private final Map<Log, Lag> lags = new ConcurrentHashMap<>();

	private final Counter refused;

	Meters(MeterRegistry registry) {
		this.registry = registry;
		this.refused = registry.counter("hub.intake.refused");
	}

	/** A batch was not written: somebody else owns one of its logs. */
	void refused() {
		this.refused.increment();
	}

	void count(Tally tally) {
		count(tally.log(), "applied", tally.applied());
		count(tally.log(), "stale", tally.stale());
		count(tally.log(), "rejected", tally.rejected());
	}

	/** Notes how far behind the logs are that are read; nothing is known of others. */
	void lag(Consumer<?, ?> consumer, Collection<Log> logs) {
		Set<Log> read = Set.copyOf(logs);
		this.lags.entrySet().removeIf((entry) -> {
			boolean gone = !read.contains(entry.getKey());
			if (gone) {
				this.registry.remove(entry.getValue().gauge());
			}
			return gone;
		});
		for (Log log : logs) {
			consumer.currentLag(log.topicPartition()).ifPresent((lag) -> lagOf(log).records().set(lag));
		}
	}

	private void count(Log log, String outcome, long records) {
		this.registry.counter("hub.intake.records", tags(log).and("outcome", outcome)).increment((double) records);
	}

	private Lag lagOf(Log log) {
		return this.lags.computeIfAbsent(log, (key) -> {
			AtomicLong records = new AtomicLong();
			return new Lag(records,
					Gauge.builder("hub.intake.lag", records, AtomicLong::get)
						.description("Records of a log that are not committed yet")
						.tags(tags(key))
						.register(this.registry));
		});
	}

	private static Tags tags(Log log) {
		return Tags.of("agency", log.agency().isEmpty() ? "hub" : log.agency(), "family", log.family());
	}

	/** A gauge and what it shows. */
	private record Lag(AtomicLong records, Gauge gauge) {

	}

}
