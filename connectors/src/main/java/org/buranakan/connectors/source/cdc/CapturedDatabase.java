package org.buranakan.connectors.source.cdc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.reference.ReferenceFollower;
import org.buranakan.schemas.connect.ConnectorState;

/**
 * An agency's own database as a source, from Debezium to the publisher. Closing it leaves
 * Debezium capturing: its changes wait in Kafka.
 */
final class CapturedDatabase implements AutoCloseable {

	private static final String PATIENCE = "; เสร็จเองโดยไม่ต้องทำอะไร หากนานเกินไปให้ดูบันทึกของ Kafka Connect / it ends by itself;"
			+ " if it takes too long, read the log of the Connect worker";

	private static final String SLOT_REMEDY = "; กำลังอ่านข้อมูลทั้งหมดใหม่ หากไม่สำเร็จให้ลบ replication slot ของหน่วยงานแล้วรอ / all"
			+ " rows are being read anew; if that does not succeed, drop the agency's replication slot and wait";

	private static final Hindrance NOT_CAPTURED = new Hindrance(
			"ฐานข้อมูลของหน่วยงานหรือระบบที่อ่านการแก้ไขจากฐานข้อมูลยังไม่ตอบ การแก้ไขรออยู่ในฐานข้อมูลและจะเผยแพร่เองตามลำดับ",
			"The agency's database, or what captures its changes, does not answer now. Changes wait in the database and are"
					+ " published by themselves, in order.");

	private static final Hindrance HELD = new Hindrance(
			"การแก้ไขในฐานข้อมูลรอจนกว่าจะติดต่อระบบกลางได้ และจะเผยแพร่เองตามลำดับ",
			"Changes of the database wait until the hub can be reached, and are published by themselves, in order.");

	private final String name;

	private final CaptureWatch watch;

	private final ChangeIntake intake;

	private final CaptureMetrics metrics;

	CapturedDatabase(HostedAgency agency, ReferenceFollower reference, CaptureSettings settings,
			MeterRegistry registry) {
		Capture capture = new Capture(agency.mapping().profile(), settings);
		this.metrics = new CaptureMetrics(registry, capture.name());
		this.name = capture.name();
		this.watch = new CaptureWatch(capture, this.metrics);
		this.intake = new ChangeIntake(capture, agency, reference, this.metrics);
	}

	/** Begins, on threads of its own; returns at once. */
	void start() {
		this.watch.start();
		this.intake.start();
	}

	String name() {
		return this.name;
	}

	/** Has the database compared whole with what was published, soon. */
	void verify() {
		this.intake.verify();
	}

	/** How every row was compared last; empty where none was since reading began. */
	Optional<IntakeState.Verified> verified() {
		return (this.intake.state() instanceof IntakeState.Following following) ? following.verified()
				: Optional.empty();
	}

	/** How many changes were captured and are not published yet. */
	long waiting() {
		return this.metrics.waiting();
	}

	/** Whether changes are read, or wait for an outage to end. */
	boolean isAlive() {
		return !(this.intake.state() instanceof IntakeState.Ended);
	}

	/** What an officer is told while changes do not arrive. */
	Optional<Hindrance> hindrance() {
		if (this.intake.state() instanceof IntakeState.Held) {
			return Optional.of(HELD);
		}
		return (this.watch.state() instanceof ConnectorState.Running) ? Optional.empty() : Optional.of(NOT_CAPTURED);
	}

	/** What keeps changes from arriving now; empty if nothing does. */
	Map<String, String> troubles() {
		Map<String, String> troubles = new LinkedHashMap<>();
		switch (this.watch.state()) {
			case ConnectorState.Running ignored -> {
			}
			case ConnectorState.Waiting(String state) -> troubles.put("capture", state);
			case ConnectorState.Silent(String reason) -> troubles.put("capture",
					"ฐานข้อมูลไม่ตอบ Debezium จะลองใหม่เอง / the database does not answer, Debezium tries again by itself: "
							+ reason);
			case ConnectorState.Failed(String reason) -> troubles.put("capture", "FAILED: " + reason);
			case ConnectorState.Lost(String reason) -> troubles.put("capture",
					"LOST: ตำแหน่งในฐานข้อมูลหายไป / its place in the database's log is lost: " + reason + SLOT_REMEDY);
			case ConnectorState.StartingOver ignored -> troubles.put("capture", "LOST" + SLOT_REMEDY);
			case ConnectorState.Unregistered(String reason) -> troubles.put("capture", "not registered: " + reason);
		}
		switch (this.intake.state()) {
			case IntakeState.Following(var _, List<String> doubts) -> {
				if (!doubts.isEmpty()) {
					troubles.put("verification", String.join("; ", doubts) + PATIENCE);
				}
			}
			case IntakeState.Starting ignored -> troubles.put("intake", "starting");
			case IntakeState.Held(String reason) -> troubles.put("intake", "held back: " + reason);
			case IntakeState.Ended(String reason) -> troubles.put("intake", "ended: " + reason);
		}
		return troubles;
	}

	@Override
	public void close() {
		this.watch.close();
		this.intake.close();
	}

}
