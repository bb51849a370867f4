package org.buranakan.hub.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.buranakan.schemas.connect.ConnectorRegistration;
import org.buranakan.schemas.connect.ConnectorState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks after the connector that reads the outbox: registers it, starts it again where it
 * has failed, and where the log that it was to read is gone has it begin anew and
 * everything published once more. Health is down while rows do not reach Kafka.
 */
final class OutboxWatch implements SmartLifecycle, HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

	private static final Duration LOOK = Duration.ofSeconds(1);

	/** A restart takes Connect a while and fills its log. */
	private static final int LOOKS_PER_RESTART = 10;

	/** Six heartbeats. */
	private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

	private final ConnectorRegistration registration;

	private final Publication publication;

	private final Slot slot;

	private volatile CountDownLatch stop = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	private volatile ConnectorState connector = new ConnectorState.Unregistered("not asked yet");

	private volatile Optional<Slot.State> seen = Optional.empty();

	private int looksSinceRestart = LOOKS_PER_RESTART;

	private OptionalLong awaited = OptionalLong.empty();

	private volatile long awaitedSince = System.nanoTime();

	OutboxWatch(ConnectorRegistration registration, Publication publication, Slot slot) {
		this.registration = registration;
		this.publication = publication;
		this.slot = slot;
	}

	@Override
	public void start() {
		this.stop = new CountDownLatch(1);
		this.thread = Thread.ofPlatform().name("outbox-watch").daemon().start(this::run);
	}

	/** Leaves the connector as it is: what is committed reaches Kafka without the hub. */
	@Override
	public void stop() {
		this.stop.countDown();
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
		}
		this.thread = null;
	}

	@Override
	public boolean isRunning() {
		Thread running = this.thread;
		return running != null && running.isAlive();
	}

	@Override
	public Health health() {
		Optional<String> trouble = trouble();
		Health.Builder health = trouble.isEmpty() ? Health.up() : Health.down();
		trouble.ifPresent((why) -> health.withDetail("why", why));
		return health.withDetail("bytesBehind", behind()).build();
	}

	/** Bytes of the database's log that Debezium has not confirmed. */
	long behind() {
		return this.seen.map(Slot.State::behind).orElse(0L);
	}

	private Optional<String> trouble() {
		if (!isRunning()) {
			return Optional.of("Nobody looks after the connector: its thread has ended");
		}
		return connectorTrouble().or(this::slotTrouble);
	}

	private Optional<String> connectorTrouble() {
		return switch (this.connector) {
			case ConnectorState.Running ignored -> Optional.empty();
			case ConnectorState.Waiting(var state) -> Optional.of("The connector is " + state + "; rows wait");
			case ConnectorState.Silent(var reason) ->
				Optional.of("The connector does not reach the database: " + reason);
			case ConnectorState.Failed(var reason) ->
				Optional.of("The connector has failed and is started again: " + reason);
			case ConnectorState.Lost(var reason) -> Optional.of("What the connector was to read is gone (" + reason
					+ "); it begins anew and everything is published once more. If that does not succeed, drop the replication slot "
					+ this.slot.name() + " and wait");
			case ConnectorState.StartingOver ignored ->
				Optional.of("The connector begins anew, and everything is published once more");
			case ConnectorState.Unregistered(var reason) ->
				Optional.of("Kafka Connect does not take the connector now: " + reason);
		};
	}

	private Optional<String> slotTrouble() {
		Optional<Slot.State> state = this.seen;
		if (state.isEmpty()) {
			return Optional.of("The hub's database has no replication slot " + this.slot.name());
		}
		if (state.get().lost()) {
			return Optional.of("PostgreSQL has thrown away the log that replication slot " + this.slot.name()
					+ " was to read: drop the slot and wait");
		}
		Duration delay = Duration.ofNanos(System.nanoTime() - this.awaitedSince);
		return (delay.compareTo(LONGEST_DELAY) > 0)
				? Optional.of("Debezium has not confirmed what was committed %d s ago; it is %d bytes behind"
					.formatted(delay.toSeconds(), state.get().behind()))
				: Optional.empty();
	}

	private void run() {
		try {
			do {
				look();
			}
			while (!this.stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			LOG.debug("Stopped while looking");
		}
	}

	private void look() {
		try {
			connect();
			follow();
		}
		catch (DataAccessException | TransactionException ex) {
			// Publication itself tells that the database is away.
			LOG.debug("The database was not asked", ex);
		}
		// Nobody else would ever look again.
		catch (RuntimeException ex) {
			LOG.warn("The connector of the outbox was not looked after; it will be again", ex);
		}
	}

	private void connect() {
		ConnectorState told = this.registration.ensure();
		if (told instanceof ConnectorState.StartingOver) {
			// What it is started over for goes on being told.
			this.connector = (this.connector instanceof ConnectorState.Lost) ? this.connector : told;
			this.registration.startOver();
			return;
		}
		if (!told.equals(this.connector)) {
			LOG.info("Connector of the outbox: {}", told);
		}
		this.connector = told;
		this.looksSinceRestart++;
		if (told instanceof ConnectorState.Failed && this.looksSinceRestart > LOOKS_PER_RESTART) {
			this.looksSinceRestart = 0;
			this.registration.restart();
		}
		if (told instanceof ConnectorState.Lost && this.looksSinceRestart > LOOKS_PER_RESTART) {
			this.looksSinceRestart = 0;
			// Before it forgets, so that whoever finds it forgetful need not do this.
			this.publication.forget();
			this.registration.beginStartingOver();
		}
	}

	/**
	 * Whether the end of the log is confirmed sooner or later: heartbeats see to that.
	 */
	private void follow() {
		Optional<Slot.State> state = this.slot.state();
		this.seen = state;
		if (state.isEmpty()) {
			return;
		}
		if (this.awaited.isEmpty() || state.get().confirmed() >= this.awaited.getAsLong()) {
			this.awaited = OptionalLong.of(this.slot.end());
			this.awaitedSince = System.nanoTime();
		}
	}

}
