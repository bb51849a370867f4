package org.buranakan.hub.publication;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import org.buranakan.hub.rounds.Rounds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Runs pass after pass, on a thread of its own. A pass that fails (a registry that is
 * away, a contract that nobody registered, a database that does not answer) is rolled
 * back whole and tried again; health is down until one succeeds.
 */
final class PublicationWorker implements SmartLifecycle, HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(PublicationWorker.class);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** How often it is looked for rows that no topic can express. */
	private static final Duration LOOK = Duration.ofSeconds(5);

	private final Publication publication;

	private final Outbox outbox;

	private final Counter rows;

	private final Rounds rounds = new Rounds("publication", this::pass);

	private volatile @Nullable String failure = "Nothing was tried yet";

	private volatile @Nullable String held;

	private volatile List<String> flaws = List.of();

	private long looked = System.nanoTime() - LOOK.toNanos();

	PublicationWorker(Publication publication, Outbox outbox, Counter rows) {
		this.publication = publication;
		this.outbox = outbox;
		this.rows = rows;
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
			return Health.down().withDetail("why", "The publication's thread has ended").build();
		}
		if (failed != null) {
			return Health.down().withDetail("why", failed).build();
		}
		Health.Builder health = Health.up();
		String waiting = this.held;
		if (waiting != null) {
			health.withDetail("waiting", waiting);
		}
		List<String> inexpressible = this.flaws;
		return (inexpressible.isEmpty() ? health : health.down().withDetail("inexpressible", inexpressible)).build();
	}

	/** So that whoever asks for health waits for no database. */
	private void look() {
		long now = System.nanoTime();
		if (now - this.looked >= LOOK.toNanos()) {
			this.flaws = this.outbox.flaws();
			this.looked = now;
		}
	}

	private Duration pass() {
		try {
			Published published = this.publication.pass();
			this.rows.increment(published.rows());
			this.held = published.held();
			look();
			this.failure = null;
			return published.more() ? Duration.ZERO : PAUSE;
		}
		// Nothing else would ever publish again: an Error too is an outage to wait for.
		catch (Throwable ex) {
			String failed = ex.toString();
			if (!Objects.equals(failed, this.failure)) {
				LOG.error("Rows are not published now; they are when this is over", ex);
			}
			this.failure = failed;
			return PATIENCE;
		}
	}

}
