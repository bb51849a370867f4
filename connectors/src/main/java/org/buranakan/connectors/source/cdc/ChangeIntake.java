package org.buranakan.connectors.source.cdc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.Submission;
import org.buranakan.connectors.reference.ReferenceFollower;
import org.buranakan.schemas.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an agency's raw topics on a thread of its own, hands what they say to the
 * publisher, and commits what it acknowledged. An outage holds everything back, on the
 * side of Kafka; afterwards reading goes on at what was committed last.
 */
final class ChangeIntake implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(ChangeIntake.class);

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final int REMEMBERED = 10_000;

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

	private final Capture capture;

	private final HostedAgency agency;

	private final ReferenceFollower reference;

	private final CaptureMetrics metrics;

	private final Map<String, TableSource> tables = new HashMap<>();

	private final AtomicInteger requests = new AtomicInteger();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	private volatile IntakeState state = new IntakeState.Starting();

	private volatile @Nullable RawLogs logs;

	ChangeIntake(Capture capture, HostedAgency agency, ReferenceFollower reference, CaptureMetrics metrics) {
		this.capture = capture;
		this.agency = agency;
		this.reference = reference;
		this.metrics = metrics;
		capture.tables()
			.forEach((table) -> capture.profile()
				.table(table)
				.ifPresent((source) -> this.tables.put(capture.topic(table),
						new TableSource(table, new Translation(agency.mapping(), source)))));
		this.thread = Thread.ofPlatform().name("cdc-" + capture.name()).daemon().unstarted(this::run);
	}

	void start() {
		this.thread.start();
	}

	/** Has the source compared whole with what was published, soon. */
	void verify() {
		this.requests.incrementAndGet();
	}

	IntakeState state() {
		return (this.thread.isAlive() || this.state instanceof IntakeState.Ended) ? this.state
				: new IntakeState.Ended("the thread has died");
	}

	@Override
	public void close() {
		this.closed.countDown();
		RawLogs open = this.logs;
		if (open != null) {
			open.wakeUp();
		}
		try {
			this.thread.join(Duration.ofSeconds(10));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		Duration pause = SHORTEST_PAUSE;
		while (this.closed.getCount() > 0) {
			try (RawLogs opened = new RawLogs(this.capture, this.agency.client().properties())) {
				this.logs = opened;
				follow(opened);
			}
			catch (WakeupException | InterruptException | InterruptedException ex) {
				break;
			}
			catch (KafkaException | HubUnreachable | RegistryException ex) {
				log.warn("Changes of {} are held back: {}", this.capture.name(), ex.toString());
				boolean again = this.state instanceof IntakeState.Held;
				this.state = new IntakeState.Held(String.valueOf(ex.getMessage()));
				pause = again ? longer(pause) : SHORTEST_PAUSE;
				pause(pause);
			}
		}
		this.state = new IntakeState.Ended("closed");
	}

	private void follow(RawLogs reading) throws InterruptedException {
		while (this.closed.getCount() > 0
				&& !this.reference.awaitCurrent(this.agency.mapping().profile().reference(), LOOK)) {
			log.debug("{} waits for the reference data", this.capture.name());
		}
		Map<String, TableSource> byName = new HashMap<>();
		this.tables.values().forEach((table) -> byName.put(table.name(), table));
		this.agency.publisher().prepare();
		try (Reconciliation reconciliation = new Reconciliation(this.capture, this.agency, byName, this.requests,
				this.metrics)) {
			follow(reading, reconciliation);
		}
	}

	private void follow(RawLogs reading, Reconciliation reconciliation) {
		PublishedTraces published = null;
		LastSpoken spoken = new LastSpoken(REMEMBERED);
		while (this.closed.getCount() > 0) {
			List<Pending> batch = new ArrayList<>();
			for (ConsumerRecord<byte[], byte[]> record : reading.poll()) {
				if (reconciliation.hears(record)) {
					continue;
				}
				if (published == null && reading.mayBeRead(record)) {
					published = traces();
				}
				TableSource table = table(record);
				Change change = table.reader(reading.id(record), reconciliation.counts()).read(record);
				if (change instanceof Change.Emptied) {
					settle(batch);
					batch.clear();
					spoken.emptied(table.name());
					emptied(table.translation(), change);
				}
				else {
					PublishedTraces known = reading.mayBeRead(record) ? published : null;
					table.translation()
						.submission(change, List.of())
						.map((submission) -> spoken.heed(change.place(), submission))
						.flatMap((submission) -> remaining(submission, change.place(), known))
						.ifPresent((submission) -> batch.add(new Pending(change.place(), submission)));
				}
			}
			// Where the hub cannot be reached, this is what waits.
			this.metrics.lag(reading.lag() + batch.size());
			settle(batch);
			spoken.takeDoubtful()
				.ifPresent((place) -> reconciliation
					.doubt(Doubt.handedOver(this.capture.topic(place.table()), place.raw().offset())));
			reconciliation.goOn(reading);
			reading.commit(reconciliation.held());
			if (reading.isEmpty()) {
				pause(SHORTEST_PAUSE);
			}
			this.metrics.lag(reading.lag());
			this.state = new IntakeState.Following(reconciliation.verified(), reconciliation.doubts());
		}
	}

	private Optional<Submission> remaining(Submission submission, ChangePlace place,
			@Nullable PublishedTraces published) {
		if (published == null) {
			return Optional.of(submission);
		}
		Optional<Submission> remaining = published.remaining(submission.outcome(), place)
			.map((outcome) -> new Submission(submission.provenance(), outcome));
		if (remaining.isEmpty()) {
			this.metrics.passedOver(place.table());
		}
		return remaining;
	}

	/** What the emptied rows were refused for is nobody's to mend any more. */
	private void emptied(Translation translation, Change change) {
		ChangePlace place = change.place();
		translation.submission(change, traces().of(place.table(), place.raw()))
			.ifPresent((submission) -> settle(List.of(new Pending(place, submission))));
		this.agency.publisher().resolveOthers(translation.source().name(), "", Set.of());
	}

	private TableSource table(ConsumerRecord<?, ?> record) {
		return Optional.ofNullable(this.tables.get(record.topic()))
			.orElseThrow(() -> new IllegalStateException("Not asked for " + record.topic()));
	}

	private PublishedTraces traces() {
		return PublishedTraces.read(this.agency.client(), this.capture.profile().agency());
	}

	private void settle(List<Pending> batch) {
		if (batch.isEmpty()) {
			return;
		}
		List<Receipt> receipts = this.agency.publisher().settle(batch.stream().map(Pending::submission).toList());
		for (int index = 0; index < receipts.size(); index++) {
			this.metrics.settled(batch.get(index).place().table(), receipts.get(index));
		}
	}

	private void pause(Duration pause) {
		try {
			if (this.closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
				log.debug("closed while waiting");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Duration longer(Duration pause) {
		Duration twice = pause.multipliedBy(2);
		return (twice.compareTo(LONGEST_PAUSE) < 0) ? twice : LONGEST_PAUSE;
	}

	/** What waits for the end of its batch. */
	private record Pending(ChangePlace place, Submission submission) {
	}

}
