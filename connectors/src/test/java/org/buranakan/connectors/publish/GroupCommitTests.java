package org.buranakan.connectors.publish;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.MockProducer;
import org.buranakan.connectors.publish.GroupCommit.Settlement;
import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class GroupCommitTests {

	private static final AgencyId AGENCY = new AgencyId("codi");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Memory memory = new Memory();

	private final Dispatch dispatch = new Dispatch(new MockProducer<>(), AGENCY);

	private final Events events = new Events(this.memory, this.dispatch, "system", Clock.systemUTC());

	private final Refusals refusals = new Refusals(this.memory, this.dispatch, AGENCY, "system", Clock.systemUTC());

	private final List<String> settled = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch firstCommits = new CountDownLatch(1);

	private final CountDownLatch others = new CountDownLatch(1);

	private volatile boolean away;

	private int commits;

	private final GroupCommit group = new GroupCommit(this::commit);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void whoWaitsIsCommittedTogetherInOrder() throws InterruptedException {
		// Given
		CompletableFuture<Void> first = settle("first");
		this.firstCommits.await();
		List<CompletableFuture<Void>> later = new ArrayList<>();
		IntStream.range(0, 5).forEach((number) -> later.add(inLine("later " + number, number + 1)));
		// When
		this.others.countDown();
		first.join();
		later.forEach(CompletableFuture::join);
		// Then
		assertThat(this.settled).containsExactly("first", "later 0", "later 1", "later 2", "later 3", "later 4");
		assertThat(this.commits).isEqualTo(2);
	}

	@Test
	void aSettlementThatIsAtFaultHarmsNoOther() throws InterruptedException {
		// Given
		CompletableFuture<Void> first = settle("first");
		this.firstCommits.await();
		CompletableFuture<Void> sound = inLine("sound", 1);
		CompletableFuture<Void> faulty = inLine("faulty", 2);
		CompletableFuture<Void> last = inLine("last", 3);
		// When
		this.others.countDown();
		// Then
		assertThatThrownBy(faulty::join).isInstanceOf(CompletionException.class)
			.hasCauseInstanceOf(IllegalStateException.class);
		CompletableFuture.allOf(first, sound, last).join();
		assertThat(this.settled).endsWith("sound", "last");
	}

	@Test
	void anOutageIsTheWholeGroups() throws InterruptedException {
		// Given
		CompletableFuture<Void> first = settle("first");
		this.firstCommits.await();
		List<CompletableFuture<Void>> later = List.of(inLine("a", 1), inLine("b", 2));
		this.away = true;
		// When
		this.others.countDown();
		// Then
		assertThatThrownBy(first::join).hasCauseInstanceOf(HubUnreachable.class);
		assertThat(later).allSatisfy((one) -> assertThatThrownBy(one::join).hasCauseInstanceOf(HubUnreachable.class));
		assertThat(this.commits).isEqualTo(2);
	}

	@Test
	void whoCannotWaitGoesAndIsNotCommitted() throws InterruptedException {
		// Given
		CompletableFuture<Void> first = settle("first");
		this.firstCommits.await();
		// When
		assertThatThrownBy(() -> this.group.settle(settlement("impatient"), Duration.ofMillis(20)))
			.isInstanceOf(HubUnreachable.class);
		this.others.countDown();
		first.join();
		this.group.settle(settlement("next"), PATIENCE);
		// Then
		assertThat(this.settled).containsExactly("first", "next");
	}

	/** The first waits until the others have lined up. */
	private void commit(Settlement settlement) {
		this.commits++;
		this.firstCommits.countDown();
		try {
			this.others.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (this.away) {
			throw new HubUnreachable("away");
		}
		settlement.settle(this.events, this.refusals);
	}

	private Settlement settlement(String name) {
		return (events, refusals) -> {
			if (name.equals("faulty")) {
				throw new IllegalStateException(name);
			}
			this.settled.add(name);
		};
	}

	private CompletableFuture<Void> settle(String name) {
		return CompletableFuture.runAsync(() -> this.group.settle(settlement(name), PATIENCE), this.threads);
	}

	/** Settles, and returns once it stands in line behind so many. */
	private CompletableFuture<Void> inLine(String name, int place) {
		CompletableFuture<Void> settling = settle(name);
		while (this.group.waiting() < place) {
			Thread.onSpinWait();
		}
		return settling;
	}

}
