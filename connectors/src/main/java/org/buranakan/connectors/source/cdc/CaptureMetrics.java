package org.buranakan.connectors.source.cdc;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.buranakan.connectors.publish.Receipt;

/**
 * Counts what became of an agency's changes ({@code buranakan.cdc.changes} by table and
 * result) and what had been missed until everything was compared
 * ({@code buranakan.cdc.mended}), and shows how many wait ({@code buranakan.cdc.lag}) and
 * whether Debezium runs ({@code buranakan.cdc.running}, 1 or 0).
 */
final class CaptureMetrics {

	private final MeterRegistry registry;

	private final Tags agency;

	private final AtomicLong lag = new AtomicLong();

	private final AtomicLong running = new AtomicLong();

	CaptureMetrics(MeterRegistry registry, String agency) {
		this.registry = registry;
		this.agency = Tags.of("agency", agency);
		registry.gauge("buranakan.cdc.lag", this.agency, this.lag);
		registry.gauge("buranakan.cdc.running", this.agency, this.running);
	}

	void settled(String table, Receipt receipt) {
		count(table, switch (receipt) {
			case Receipt.Applied ignored -> "applied";
			case Receipt.Unchanged ignored -> "unchanged";
			case Receipt.Refused ignored -> "refused";
		});
	}

	/** A change that was published before and is read again. */
	void passedOver(String table) {
		count(table, "passed-over");
	}

	/** Rows and deletions that only a verification brought. */
	void mended(int rows) {
		this.registry.counter("buranakan.cdc.mended", this.agency).increment(rows);
	}

	void lag(long records) {
		this.lag.set(records);
	}

	/** As it was known last. */
	long waiting() {
		return this.lag.get();
	}

	void running(boolean runs) {
		this.running.set(runs ? 1 : 0);
	}

	private void count(String table, String result) {
		this.registry.counter("buranakan.cdc.changes", this.agency.and("table", table, "result", result)).increment();
	}

}
