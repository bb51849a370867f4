package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.kafka.clients.consumer.Consumer;

import org.springframework.stereotype.Component;

/**
 * Meters {@code hub.intake.records} (by agency, family, outcome) and
 * {@code hub.intake.lag} (records that wait, by agency and family).
 */
@Component
class Meters {

	private final MeterRegistry registry;

	private final Map<String, AtomicLong> lags = new ConcurrentHashMap<>();

	Meters(MeterRegistry registry) {
		this.registry = registry;
	}

	void count(Tally tally) {
		count(tally.log(), "applied", tally.applied());
		count(tally.log(), "stale", tally.stale());
		count(tally.log(), "rejected", tally.rejected());
	}

	void lag(Consumer<?, ?> consumer, Collection<Log> logs) {
		for (Log log : logs) {
			consumer.currentLag(log.topicPartition()).ifPresent((lag) -> gauge(log).set(lag));
		}
	}

	private void count(Log log, String outcome, long records) {
		this.registry.counter("hub.intake.records", tags(log).and("outcome", outcome)).increment((double) records);
	}

	private AtomicLong gauge(Log log) {
		return this.lags.computeIfAbsent(log.topic().name(), (topic) -> {
			AtomicLong lag = new AtomicLong();
			Gauge.builder("hub.intake.lag", lag, AtomicLong::get)
				.description("Records of a log that are not committed yet")
				.tags(tags(log))
				.register(this.registry);
			return lag;
		});
	}

	private static Tags tags(Log log) {
		return Tags.of("agency", log.agency().isEmpty() ? "hub" : log.agency(), "family", log.family());
	}

}
