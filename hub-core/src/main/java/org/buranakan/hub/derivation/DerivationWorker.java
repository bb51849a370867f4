package org.buranakan.hub.derivation;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.buranakan.hub.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs pass after pass, on a thread of its own. A pass that fails, for whatever reason,
 * is rolled back with its keys and tried again; health is down until one succeeds, while
 * a key is set aside, and when the thread has died.
 */
@Component("deriving")
class DerivationWorker implements SmartLifecycle, HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(DerivationWorker.class);

	private static final Duration SWEEP = Duration.ofMinutes(10);

	private static final Duration LONGEST_REST = Duration.ofMillis(500);

	/** Keys of a pass that a backlog comes in behind. */
	private static final int MANY = 5_000;

	private static final Duration LONGEST_REST_OF_MANY = Duration.ofSeconds(5);

	/** Much shorter than a standstill waits for what is derived, with intake stopped. */
	private static final Duration QUIET = Duration.ofMillis(300);

	private final Derivation derivation;

	private final Quarantine quarantine;

	private final Maintenance maintenance;

	private final DerivationSettings settings;

	private final Timer passes;

	private final Counter rows;

	private long swept = System.nanoTime() - SWEEP.toNanos();

	/** Rows that there had been when they were last counted. */
	private long dirtied;

	private long dirtiedAt = System.nanoTime();

	private long restsUntil = System.nanoTime();

	private final Rounds rounds = new Rounds("derivation", this::pass);

	private volatile @Nullable String failure;

	DerivationWorker(Derivation derivation, Quarantine quarantine, Maintenance maintenance, DerivationSettings settings,
			MeterRegistry meters) {
		this.derivation = derivation;
		this.quarantine = quarantine;
		this.maintenance = maintenance;
		this.settings = settings;
		this.passes = Timer.builder("hub.derivation.pass").description("Passes that found dirty keys").register(meters);
		this.rows = Counter.builder("hub.derivation.rows")
			.description("Derived rows written or removed")
			.register(meters);
	}

	@Override
	public void start() {
		this.rounds.start();
	}

	@Override
	public void stop() {
		this.rounds.stop();
	}

	@Override
	public boolean isRunning() {
		return this.rounds.isRunning();
	}

	@Override
	public Health health() {
		String failed = this.failure;
		if (!isRunning()) {
			return Health.down().withDetail("why", "The derivation's thread has ended").build();
		}
		if (failed != null) {
			return Health.down().withDetail("why", failed).build();
		}
		Map<String, String> aside = this.quarantine.known();
		return aside.isEmpty() ? Health.up().build() : Health.down().withDetail("quarantined", aside).build();
	}

	private void sweep(long now) {
		if (now - this.swept >= SWEEP.toNanos()) {
			this.derivation.forgetChanges(this.settings.changesKept());
			this.derivation.tryQuarantined();
			this.quarantine.keys();
			this.swept = now;
		}
	}

	/**
	 * While a backlog comes in, each pass has much of the work of the one before it
	 * again. A rest as long as the pass leaves intake its share of the machine, and makes
	 * the next pass worth more; it is shorter than anybody who waits for derived rows is
	 * patient, and over once nothing comes in any more. Another process rests by itself.
	 */
	private Duration rest() {
		long now = System.nanoTime();
		long rows = this.derivation.dirtied();
		if (rows != this.dirtied) {
			this.dirtied = rows;
			this.dirtiedAt = now;
		}
		long left = Math.min(this.restsUntil - now, this.dirtiedAt + QUIET.toNanos() - now);
		return Duration.ofNanos(Math.clamp(left, 0, this.settings.pause().toNanos()));
	}

	private Duration pass() {
		try {
			sweep(System.nanoTime());
			Duration rest = rest();
			if (rest.isPositive()) {
				return rest;
			}
			long begun = System.nanoTime();
			Pass pass = this.derivation.pass();
			this.failure = null;
			if (pass.taken() == 0) {
				return this.settings.pause();
			}
			this.quarantine.keys();
			this.passes.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
			this.rows.increment(pass.changed());
			this.maintenance.run();
			long ended = System.nanoTime();
			Duration longest = (pass.taken() < MANY) ? LONGEST_REST : LONGEST_REST_OF_MANY;
			this.restsUntil = ended + Math.min(ended - begun, longest.toNanos());
			return rest();
		}
		// Nothing else would ever derive again: an Error too is an outage to wait for.
		catch (Throwable ex) {
			String failed = ex.toString();
			if (!Objects.equals(failed, this.failure)) {
				LOG.error("A pass of the derivation failed; its keys stay dirty", ex);
			}
			this.failure = failed;
			return this.settings.patience();
		}
	}

}
