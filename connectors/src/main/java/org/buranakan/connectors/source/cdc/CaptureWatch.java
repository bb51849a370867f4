package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.buranakan.schemas.connect.ConnectorRegistration;
import org.buranakan.schemas.connect.ConnectorState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after an agency's capture at intervals: registers it, and starts it again where
 * it has failed, for what it failed of is mostly mended by others (a database that was
 * away, a publication that was missing). Where changes are gone nothing mends it but a
 * new snapshot.
 */
final class CaptureWatch implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(CaptureWatch.class);

	/** A restart takes Connect a while and fills its log. */
	private static final int LOOKS_PER_RESTART = 10;

	/** A probe logs in to the agency's database. */
	private static final int LOOKS_PER_PROBE = 10;

	private final Capture capture;

	private final ConnectorRegistration registration;

	private final CaptureMetrics metrics;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	private volatile ConnectorState state = new ConnectorState.Unregistered("not asked yet");

	private int looksSinceRestart = LOOKS_PER_RESTART;

	private int looksSinceProbe;

	private ConnectorState probed = new ConnectorState.Running();

	private final Steadiness steadiness = new Steadiness();

	CaptureWatch(Capture capture, CaptureMetrics metrics) {
		this.capture = capture;
		this.registration = new ConnectorRegistration(capture.settings().connect(), capture.name(),
				capture::configuration);
		this.metrics = metrics;
		this.thread = Thread.ofPlatform().name("capture-" + capture.name()).daemon().unstarted(this::watch);
	}

	void start() {
		this.thread.start();
	}

	ConnectorState state() {
		return this.state;
	}

	/** Leaves the connector as it is: capturing goes on without us. */
	@Override
	public void close() {
		this.closed.countDown();
		this.thread.interrupt();
	}

	private void watch() {
		Duration interval = this.capture.settings().patience();
		try {
			do {
				look();
			}
			while (!this.closed.await(interval.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			log.debug("closed while looking");
		}
		finally {
			this.state = new ConnectorState.Unregistered("nobody looks after it any more");
			this.metrics.running(false);
		}
	}

	/** Debezium tries for hours to reach its database, and Connect calls that running. */
	private ConnectorState probed(ConnectorState told) {
		if (!(told instanceof ConnectorState.Running)) {
			this.probed = new ConnectorState.Running();
			return told;
		}
		this.looksSinceProbe++;
		if (this.looksSinceProbe >= LOOKS_PER_PROBE) {
			this.looksSinceProbe = 0;
			this.probed = this.registration.probe();
		}
		return this.probed;
	}

	private void look() {
		ConnectorState before = this.state;
		ConnectorState told = this.registration.ensure();
		if (told instanceof ConnectorState.StartingOver) {
			// What it is started over for goes on being told.
			this.state = (before instanceof ConnectorState.Lost) ? before : told;
			this.registration.startOver();
			return;
		}
		ConnectorState seen = probed(told);
		ConnectorState now = this.steadiness.of(seen);
		this.state = now;
		this.metrics.running(now instanceof ConnectorState.Running);
		if (!now.equals(before)) {
			log.info("Capture of {}: {}", this.capture.name(), now);
		}
		this.looksSinceRestart++;
		if (seen instanceof ConnectorState.Failed && this.looksSinceRestart > LOOKS_PER_RESTART) {
			this.looksSinceRestart = 0;
			this.registration.restart();
			this.steadiness.restarted();
		}
		if (seen instanceof ConnectorState.Lost && this.looksSinceRestart > LOOKS_PER_RESTART) {
			this.looksSinceRestart = 0;
			this.registration.beginStartingOver();
		}
	}

}
