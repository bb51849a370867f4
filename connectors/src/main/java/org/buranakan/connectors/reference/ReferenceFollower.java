package org.buranakan.connectors.reference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.buranakan.connectors.mapping.Reference;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.publish.WholeLogs;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.RecordDecoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code hub.reference} on a thread of its own, from the beginning, for as long
 * as it lives. An outage is waited out, a schema that is not known here among them; a
 * malformed record is skipped and logged, for it is no agency's and stops nobody.
 */
public final class ReferenceFollower implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(ReferenceFollower.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LOOK = Duration.ofMillis(100);

	private static final TopicPartition LOG = new TopicPartition(Topics.REFERENCE.topic().name(), 0);

	private final List<HubClient> clients;

	private final ReferenceBook book = new ReferenceBook();

	private final CountDownLatch caughtUp = new CountDownLatch(1);

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	/** How many of the clients were refused since one could read. */
	private int refused;

	private volatile Set<String> needed = Set.of();

	private volatile @Nullable HubUnreachable trouble;

	/** Reads as any of these: whom the hub admits no longer hinders no other. */
	public ReferenceFollower(List<HubClient> clients) {
		this.clients = List.copyOf(clients);
		this.thread = Thread.ofPlatform().name("reference").daemon().unstarted(this::follow);
	}

	/**
	 * Begins to read.
	 * @param kinds what anybody needs: where nothing of one is there yet, health says so
	 */
	public void start(Set<String> kinds) {
		this.needed = Set.copyOf(kinds);
		this.thread.start();
	}

	/** What is known; empty until {@link #awaitCurrent}. */
	public Reference reference() {
		return this.book;
	}

	/**
	 * Waits until everything that was there at the start is known, and something of every
	 * one of these kinds: a hub whose operators have loaded nothing yet must not have
	 * every row refused. What another agency needs holds nobody back.
	 * @return whether it is
	 */
	public boolean awaitCurrent(Set<String> kinds, Duration patience) throws InterruptedException {
		long deadline = System.nanoTime() + patience.toNanos();
		if (!this.caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			return false;
		}
		while (!this.book.missing(kinds).isEmpty()) {
			if (System.nanoTime() > deadline || this.closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
				return false;
			}
		}
		return true;
	}

	/** Why nothing could be read when it was tried last; empty if it could. */
	public Optional<HubUnreachable> trouble() {
		return Optional.ofNullable(this.trouble);
	}

	/** Whether it still follows. */
	public boolean isAlive() {
		return this.thread.isAlive();
	}

	/** The kinds that are needed and of which nothing is there yet. */
	public Set<String> missing() {
		return this.book.missing(this.needed);
	}

	/** Whether it is current for everybody. */
	public boolean isCurrent() {
		return isCurrent(this.needed);
	}

	/** Whether it is current for whom these kinds are enough. */
	public boolean isCurrent(Set<String> kinds) {
		return this.caughtUp.getCount() == 0 && this.book.missing(kinds).isEmpty();
	}

	@Override
	public void close() {
		this.closed.countDown();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void follow() {
		int next = 0;
		while (this.closed.getCount() > 0) {
			HubClient client = this.clients.get(next);
			try (Consumer<String, byte[]> consumer = client.consumer()) {
				read(client, consumer);
			}
			catch (WakeupException | InterruptException ex) {
				return;
			}
			catch (KafkaException | RegistryException | HubUnreachable ex) {
				log.warn("hub.reference cannot be read, trying again: {}", ex.toString());
				HubUnreachable failure = new HubUnreachable("The reference data cannot be read", ex);
				if (failure.isRefusal()) {
					next = (next + 1) % this.clients.size();
					this.refused++;
				}
				if (!failure.isRefusal() || this.refused >= this.clients.size()) {
					this.trouble = failure;
					pause();
				}
			}
		}
	}

	private void read(HubClient client, Consumer<String, byte[]> consumer) {
		RecordDecoder<ReferenceRecorded> decoder = client.decoder(ReferenceRecorded.class);
		consumer.assign(List.of(LOG));
		consumer.seekToBeginning(List.of(LOG));
		long end = consumer.endOffsets(List.of(LOG)).getOrDefault(LOG, 0L);
		while (this.closed.getCount() > 0) {
			ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
			this.trouble = null;
			this.refused = 0;
			records.forEach((record) -> {
				switch (decoder.decode(record.value())) {
					case Decoding.Decoded<ReferenceRecorded>(ReferenceRecorded entry, var _) -> this.book.add(entry);
					case Decoding.Malformed<ReferenceRecorded> malformed -> WholeLogs.passOver(record, malformed);
				}
			});
			boolean atTheEnd = consumer.position(LOG) >= end;
			if (!records.isEmpty() || (atTheEnd && this.caughtUp.getCount() > 0)) {
				this.book.index();
			}
			if (atTheEnd) {
				this.caughtUp.countDown();
			}
		}
	}

	private void pause() {
		try {
			if (this.closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
				log.debug("closed while waiting");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
