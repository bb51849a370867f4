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
 * has failed or was left stopped, and where the log that it was to read is gone has it
 * begin anew and everything published once more. Of several hubs on one database one does
 * so. Health is down while rows do not reach Kafka.
 */
final class OutboxWatch implements SmartLifecycle, HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

	private static final Duration LOOK = Duration.ofSeconds(1);

	private static final ConnectorState STOPPED = new ConnectorState.Waiting("STOPPED");

	/**
	 * A restart takes Connect a while and fills its log; and who stops a connector may
	 * have something to do meanwhile.
	 */
	private static final int LOOKS_PER_RESTART = 10;

	/** How long a look that is under way may take to end. */
	private static final Duration LAST = Duration.ofSeconds(5);

	/** Six heartbeats. */
	private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

	private final ConnectorRegistration registration;

	private final WatchDuty duty;

	private final Publication publication;

	private final Slot slot;

	private volatile CountDownLatch stop = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	/** Empty while another hub looks after it. */
	private volatile Optional<ConnectorState> connector = Optional.of(new ConnectorState.Unregistered("not asked yet"));

	private volatile Optional<Slot.State> seen = Optional.empty();

	private int looksSinceRestart = LOOKS_PER_RESTART;

	private int looksAtStopped;

	private OptionalLong awaited = OptionalLong.empty();

	private volatile long awaitedSince = System.nanoTime();

	OutboxWatch(ConnectorRegistration registration, WatchDuty duty, Publication publication, Slot slot) {
		this.registration = registration;
		this.duty = duty;
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
			try {
				running.join(LAST);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
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
		return this.connector.flatMap(OutboxWatch::connectorTrouble).or(this::slotTrouble);
	}

	private static Optional<String> connectorTrouble(ConnectorState connector) {
		return switch (connector) {
			case ConnectorState.Running ignored -> Optional.empty();
			case ConnectorState.Waiting(var state) -> Optional.of("The connector is " + state + "; rows wait");
			case ConnectorState.Silent(var reason) ->
				Optional.of("The connector does not reach the database: " + reason);
			case ConnectorState.Failed(var reason) ->
				Optional.of("The connector has failed and is started again: " + reason);
			case ConnectorState.Lost(var reason) -> Optional.of("What the connector was to read is gone (" + reason
					+ "); it begins anew and everything is published once more");
			case ConnectorState.StartingOver ignored ->
				Optional.of("The connector begins anew, and everything is published once more");
			case ConnectorState.Unregistered(var reason) ->
				Optional.of("Kafka Connect does not take the connector now: " + reason);
		};
	}

	private Optional<String> slotTrouble() {
		Optional<Slot.State> state = this.seen;
		if (state.isEmpty()) {
			return Optional.of("The hub's database has no replication slot for the connector");
		}
		if (state.get().lost()) {
			return Optional.of("PostgreSQL has thrown away the log that the connector was to read; "
					+ "it begins anew with another replication slot, and everything is published once more");
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
		finally {
			this.duty.end();
		}
	}

	private void look() {
		try {
			if (this.duty.isOurs()) {
				connect();
			}
			else {
				this.connector = Optional.empty();
			}
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
			this.connector = this.connector.filter(ConnectorState.Lost.class::isInstance).or(() -> Optional.of(told));
			this.registration.startOver();
			return;
		}
		if (!this.connector.equals(Optional.of(told))) {
			LOG.info("Connector of the outbox: {}", told);
		}
		this.connector = Optional.of(told);
		this.looksSinceRestart++;
		this.looksAtStopped = told.equals(STOPPED) ? this.looksAtStopped + 1 : 0;
		if (this.looksAtStopped > LOOKS_PER_RESTART) {
			this.registration.resume();
		}
		else if (this.looksSinceRestart > LOOKS_PER_RESTART) {
			mend(told);
		}
	}

	private void mend(ConnectorState told) {
		if (told instanceof ConnectorState.Lost || this.slot.isLost()) {
			this.looksSinceRestart = 0;
			LOG.warn("What replication slot {} was to read is gone: everything is published once more",
					this.slot.name());
			// Before it forgets, so that whoever finds it forgetful need not do this.
			this.publication.forget();
			this.registration.beginStartingOver();
		}
		else if (told instanceof ConnectorState.Failed) {
			this.looksSinceRestart = 0;
			this.registration.restart();
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
