package org.buranakan.connectors.source.cdc;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.Publisher;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * An agency's own database as a source, from Debezium to the publisher. It is up while
 * Debezium captures and every table's changes are read; what it waits for otherwise
 * stands in its health.
 */
public final class CapturedDatabase implements HealthIndicator, AutoCloseable {

	private final CaptureWatch watch;

	private final ChangeIntake intake;

	/**
	 * @param profile with its tables
	 * @param client the agency's, the publisher's own
	 */
	public CapturedDatabase(Profile profile, CaptureSettings settings, HubClient client, Publisher publisher,
			MeterRegistry registry) {
		Capture capture = new Capture(profile, settings);
		CaptureMetrics metrics = new CaptureMetrics(registry, capture.name());
		this.watch = new CaptureWatch(capture, metrics);
		this.intake = new ChangeIntake(capture, client, publisher, metrics);
	}

	/** Begins, on threads of its own; returns at once. */
	public void start() {
		this.watch.start();
		this.intake.start();
	}

	@Override
	public Health health() {
		Map<String, Object> details = new LinkedHashMap<>();
		boolean captures = switch (this.watch.state()) {
			case CaptureState.Running() -> true;
			case CaptureState.Waiting(String state) -> no(details, "capture", state);
			case CaptureState.Failed(String reason) -> no(details, "capture", "FAILED: " + reason);
			case CaptureState.Unregistered(String reason) -> no(details, "capture", "not registered: " + reason);
		};
		boolean reads = switch (this.intake.state()) {
			case IntakeState.Following(Map<String, String> parked) -> {
				parked.forEach((table, reason) -> no(details, table, "parked: " + reason));
				yield parked.isEmpty();
			}
			case IntakeState.Starting() -> no(details, "intake", "starting");
			case IntakeState.Held(String reason) -> no(details, "intake", "held back: " + reason);
			case IntakeState.Ended(String reason) -> no(details, "intake", "ended: " + reason);
		};
		return ((captures && reads) ? Health.up() : Health.down()).withDetails(details).build();
	}

	@Override
	public void close() {
		this.watch.close();
		this.intake.close();
	}

	private static boolean no(Map<String, Object> details, String what, String why) {
		details.put(what, why);
		return false;
	}

}
