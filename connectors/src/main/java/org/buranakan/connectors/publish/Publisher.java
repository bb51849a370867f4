package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.registry.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes for one agency, one settlement at a time, in the order submitted.
 * <p>
 * The memory runs ahead of the acknowledgements of a settlement. If any fails, memory and
 * producer are thrown away and the log is read again before the next: what did arrive is
 * found there, what did not is published under the same event id. Safe for use by many
 * threads.
 */
public final class Publisher implements AutoCloseable {

	private final HubClient client;

	private final Profile profile;

	private final Clock clock;

	private @Nullable Memory memory;

	private @Nullable Producer<String, SpecificRecord> producer;

	public Publisher(HubClient client, Profile profile, Clock clock) {
		this.client = client;
		this.profile = profile;
		this.clock = clock;
	}

	/**
	 * Settles submissions: returns one receipt each, in order, once all of it is durable.
	 * @throws HubUnreachable if it is not; submitting the same again is safe
	 */
	public List<Receipt> settle(List<Submission> submissions) {
		List<Receipt> receipts = new ArrayList<>(submissions.size());
		settle((events, refusals) -> submissions
			.forEach((submission) -> receipts.add(settle(submission, events, refusals))));
		return receipts;
	}

	/**
	 * Resolves the open refusals of a source that a whole reading of it did not repeat.
	 * @param source its name in the profile
	 * @param stillRefused the rows' provenances that were refused this time
	 */
	public void resolveOthers(String source, Set<Provenance> stillRefused) {
		settle((events, refusals) -> {
			List<String> rows = stillRefused.stream().map(Provenance::refusals).toList();
			Set<String> still = Set.copyOf(memory().openKeys(source + ":")
				.stream()
				.filter((key) -> rows.stream().anyMatch(key::startsWith))
				.toList());
			refusals.resolve(source + ":", still);
		});
	}

	/** The refusals that nobody mended yet, oldest first. */
	public synchronized List<SourceRefused> openRefusals() {
		try {
			return memory().openRefusals();
		}
		catch (KafkaException | RegistryException ex) {
			throw forget(ex);
		}
	}

	/** Reads the log, unless it is known already. */
	public void prepare() {
		settle((events, refusals) -> {
		});
	}

	@Override
	public synchronized void close() {
		if (this.producer != null) {
			this.producer.close(Duration.ofSeconds(5));
			this.producer = null;
		}
	}

	private synchronized void settle(Settlement settlement) {
		try {
			Memory known = memory();
			Dispatch dispatch = new Dispatch(producer(), this.profile.agency());
			settlement.settle(new Events(known, dispatch, this.profile.system(), this.clock),
					new Refusals(known, dispatch, this.profile.agency(), this.profile.system(), this.clock));
			dispatch.await();
		}
		catch (KafkaException | RegistryException | ExecutionException ex) {
			throw forget(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw forget(ex);
		}
	}

	private static Receipt settle(Submission submission, Events events, Refusals refusals) {
		return switch (submission.outcome()) {
			case Outcome.Mapped mapped -> {
				refusals.record(submission.provenance(), List.of());
				int published = mapped.present()
					.stream()
					.mapToInt((content) -> events.publish(content, submission.provenance()))
					.sum();
				int withdrawn = mapped.absent()
					.stream()
					.mapToInt((gone) -> events.withdraw(gone.family(), gone.entity(), submission.provenance()))
					.sum();
				yield (published + withdrawn > 0) ? new Receipt.Applied(published + withdrawn)
						: new Receipt.Unchanged();
			}
			case Outcome.Refused refused -> {
				refusals.record(submission.provenance(), refused.refusals());
				yield new Receipt.Refused(refused.refusals());
			}
		};
	}

	private Memory memory() {
		Memory known = this.memory;
		if (known == null) {
			known = new AgencyLog(this.client, this.profile.agency()).read();
			this.memory = known;
		}
		return known;
	}

	private Producer<String, SpecificRecord> producer() {
		Producer<String, SpecificRecord> open = this.producer;
		if (open == null) {
			open = this.client.producer();
			this.producer = open;
		}
		return open;
	}

	private HubUnreachable forget(Exception cause) {
		this.memory = null;
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
			this.producer = null;
		}
		return new HubUnreachable("Nothing can be published for " + this.profile.agency() + " now", cause);
	}

	/** What is done between reading the memory and awaiting the acknowledgements. */
	@FunctionalInterface
	private interface Settlement {

		void settle(Events events, Refusals refusals);

	}

}
