package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes for one agency, in the order submitted; who submits at the same time shares
 * one wait for the acknowledgements.
 * <p>
 * The memory runs ahead of the acknowledgements of a settlement. If anything fails,
 * memory and producer are thrown away and the log is read again before the next: what did
 * arrive is found there, what did not is published under the same event id. Safe for use
 * by many threads.
 */
public final class Publisher implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Publisher.class);

	private static final Duration ENDLESS = Duration.ofDays(1);

	private static final Duration BRIEF = Duration.ofSeconds(20);

	private final Supplier<Memory> logs;

	private final Supplier<Producer<String, SpecificRecord>> producers;

	private final GroupCommit commits = new GroupCommit(this::commit);

	private final Admission admission;

	private final Profile profile;

	private final boolean capturing;

	private final Clock clock;

	private @Nullable Memory memory;

	private volatile @Nullable String trouble;

	private volatile @Nullable Producer<String, SpecificRecord> producer;

	public Publisher(HubClient client, Profile profile, Clock clock) {
		this(() -> new AgencyLog(client, profile.agency()).read(), client::producer,
				() -> client.askFor(Topics.REFUSED.of(profile.agency())), profile, clock);
	}

	/**
	 * @param admission fails if the agency may not publish
	 */
	Publisher(Supplier<Memory> logs, Supplier<Producer<String, SpecificRecord>> producers, Runnable admission,
			Profile profile, Clock clock) {
		this.logs = logs;
		this.producers = producers;
		this.admission = new Admission(admission);
		this.profile = profile;
		this.capturing = profile.sources().stream().anyMatch((source) -> source.origin() instanceof Origin.Table);
		this.clock = clock;
	}

	/**
	 * Settles submissions: returns one receipt each, in order, once all of it is durable.
	 * @throws HubUnreachable if it is not; submitting the same again is safe
	 */
	public List<Receipt> settle(List<Submission> submissions) {
		return settle(submissions, ENDLESS);
	}

	/**
	 * The same, for who cannot wait for others' settlements longer than that.
	 * @throws HubUnreachable also if its turn does not come in time
	 */
	public List<Receipt> settle(List<Submission> submissions, Duration patience) {
		List<Submission.Encoded> encoded = submissions.stream().map(Submission::encoded).toList();
		List<Receipt> receipts = new ArrayList<>(submissions.size());
		this.commits.settle((events, refusals) -> {
			List<Receipt> before = List.copyOf(receipts);
			receipts.clear();
			encoded.forEach((submission) -> receipts.add(submission.settle(events, refusals)));
			// What a doubted attempt published is found in the log by the next.
			for (int index = 0; index < before.size(); index++) {
				receipts.set(index, receipts.get(index).after(before.get(index)));
			}
		}, patience);
		return receipts;
	}

	/**
	 * Resolves the open refusals of a source that a whole reading of it did not repeat.
	 * @param source its name in the profile
	 * @param rows what the places of the rows that were read begin with
	 * @param stillRefused the rows' provenances that were refused this time
	 */
	public void resolveOthers(String source, String rows, Set<Provenance> stillRefused) {
		Set<String> still = stillRefused.stream().map(Provenance::place).collect(Collectors.toSet());
		this.commits.settle((events, refusals) -> refusals.resolveOthers(source + ":" + rows, still), ENDLESS);
	}

	/**
	 * Resolves open refusals of whole files, never of rows.
	 * @return how many are resolved, durably
	 * @throws HubUnreachable if it cannot be told; doing the same again is safe
	 */
	public int resolveFiles(Predicate<SourceRefused> such, Duration patience) {
		Set<String> resolved = new HashSet<>();
		this.commits.settle((events, refusals) -> resolved.addAll(refusals.resolve(such.and(WholeFile::isRefused))),
				patience);
		return resolved.size();
	}

	/**
	 * What of the families stands because files of the agency's system said it last, and
	 * is missing from what they say now. What came any other way is not looked at.
	 * @param stated whether the files state it still
	 */
	public Missing missing(Set<Family> families, Predicate<Outcome.Identity> stated) {
		List<Outcome.Identity> standing = new ArrayList<>();
		this.commits.settle((events, refusals) -> {
			standing.clear();
			memory().standing(families, files()).forEach(standing::add);
		}, ENDLESS);
		return new Missing(standing.size(),
				standing.stream()
					.filter(stated.negate())
					.sorted(Comparator.comparing(Outcome.Identity::family)
						.thenComparing((missing) -> missing.entity().toString()))
					.toList());
	}

	/**
	 * Withdraws what is missing from a file, but for what somebody else has spoken of
	 * meanwhile.
	 * @return how many were withdrawn, durably
	 * @throws HubUnreachable if it cannot be told; doing the same again is safe
	 */
	public int withdraw(List<Outcome.Identity> missing, Provenance file) {
		Set<Outcome.Identity> withdrawn = new HashSet<>();
		this.commits.settle((events, refusals) -> {
			// Of a doubted attempt that is left which the log shows to be withdrawn.
			withdrawn.removeIf(memory()::stands);
			for (Outcome.Identity identity : missing) {
				if (memory().stands(identity, files())) {
					events.withdraw(identity.family(), identity.entity(), file);
					withdrawn.add(identity);
				}
			}
		}, ENDLESS);
		return withdrawn.size();
	}

	private Speaker files() {
		return new Speaker(SourceKind.SPREADSHEET, this.profile.system());
	}

	/** The refusals that nobody mended yet, oldest first. */
	public List<SourceRefused> openRefusals() {
		List<SourceRefused> open = new ArrayList<>();
		this.commits.settle((events, refusals) -> {
			open.clear();
			open.addAll(memory().openRefusals());
		}, BRIEF);
		return open;
	}

	/** Reads the log, unless it is known already. */
	public void prepare() {
		this.commits.settle((events, refusals) -> {
		}, ENDLESS);
	}

	/** Why nothing could be published when it was tried last; empty if it could. */
	public Optional<String> trouble() {
		return Optional.ofNullable(this.trouble);
	}

	@Override
	public void close() {
		Producer<String, SpecificRecord> open = this.producer;
		if (open != null) {
			open.close(Duration.ofSeconds(5));
		}
	}

	private void commit(GroupCommit.Settlement settlement) {
		try {
			if (!attempt(settlement)) {
				log.warn("{}: somebody else wrote too, or a record arrived late; the log is read again",
						this.profile.agency());
				forget();
				// Changes of a database are held against what is published when they are
				// read: another process may have gone further meanwhile.
				if (this.capturing || !attempt(settlement)) {
					throw new HubUnreachable("Somebody else writes to the topics of " + this.profile.agency());
				}
			}
			this.trouble = null;
		}
		catch (KafkaException | RegistryException | ExecutionException ex) {
			throw unreachable(Trouble.of(ex).about(this.profile.agency()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw unreachable("Interrupted while publishing for " + this.profile.agency(), ex);
		}
		catch (HubUnreachable ex) {
			this.trouble = ex.getMessage();
			forget();
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			// Without the message: that may quote a value, and health is open to anybody.
			this.trouble = Trouble.BUG.about(this.profile.agency()) + " (" + ex.getClass().getSimpleName() + ")";
			forget();
			throw ex;
		}
	}

	/** Whether the records stand where the memory expects them. */
	private boolean attempt(GroupCommit.Settlement settlement) throws ExecutionException, InterruptedException {
		Memory known = memory();
		Dispatch dispatch = new Dispatch(producer(), this.profile.agency());
		Events events = new Events(known, dispatch, this.profile.system(), this.clock);
		events.completeReversals();
		settlement.settle(events,
				new Refusals(known, dispatch, this.profile.agency(), this.profile.system(), this.clock));
		if (dispatch.isEmpty()) {
			this.admission.require();
		}
		List<RecordMetadata> acknowledged = dispatch.await();
		if (!dispatch.isEmpty()) {
			this.admission.shown();
		}
		return known.follows(acknowledged);
	}

	private Memory memory() {
		Memory known = this.memory;
		if (known == null) {
			known = this.logs.get();
			this.memory = known;
			this.admission.shown();
		}
		return known;
	}

	private Producer<String, SpecificRecord> producer() {
		Producer<String, SpecificRecord> open = this.producer;
		if (open == null) {
			open = this.producers.get();
			this.producer = open;
		}
		return open;
	}

	private HubUnreachable unreachable(String message, Exception cause) {
		this.trouble = message;
		forget();
		return new HubUnreachable(message, cause);
	}

	private void forget() {
		this.memory = null;
		Producer<String, SpecificRecord> open = this.producer;
		this.producer = null;
		if (open != null) {
			open.close(Duration.ZERO);
		}
	}

}
