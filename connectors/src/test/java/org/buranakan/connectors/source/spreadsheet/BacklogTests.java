package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class BacklogTests {

	private final Backlog backlog = new Backlog();

	@Test
	void threeBatchesWaitInOrderWhileTheCallerGoesOnAndAFourthIsAwaited() {
		// Given
		List<Integer> done = Collections.synchronizedList(new ArrayList<>());
		CountDownLatch wentOn = new CountDownLatch(1);
		this.backlog.add(() -> {
			await(wentOn);
			done.add(1);
		});
		this.backlog.add(() -> done.add(2));
		this.backlog.add(() -> done.add(3));
		assertThat(done).isEmpty();
		// When
		Thread fourth = Thread.ofVirtual().start(() -> this.backlog.add(() -> done.add(4)));
		Awaitility.await().until(() -> fourth.getState() == Thread.State.WAITING);
		wentOn.countDown();
		// Then
		Awaitility.await().until(() -> !fourth.isAlive());
		this.backlog.await();
		assertThat(done).containsExactly(1, 2, 3, 4);
	}

	@Test
	void whatGoesWrongEndsThoseBehindItAndIsThrownOnce() {
		// Given
		AtomicBoolean wentOn = new AtomicBoolean();
		this.backlog.add(() -> {
			throw new UnreadableFile(FileFault.DAMAGED);
		});
		// When, Then
		assertThatThrownBy(() -> {
			this.backlog.add(() -> wentOn.set(true));
			this.backlog.await();
		}).isInstanceOf(UnreadableFile.class);
		this.backlog.await();
		assertThat(wentOn).isFalse();
	}

	@Test
	void whoComesWhenTooManyWaitIsToldWhatWentWrong() {
		// Given
		this.backlog.add(() -> {
			throw new UnreadableFile(FileFault.DAMAGED);
		});
		// When, Then
		assertThatThrownBy(() -> {
			for (int batch = 0; batch < 10; batch++) {
				this.backlog.add(() -> {
				});
			}
		}).isInstanceOf(UnreadableFile.class);
	}

	@Test
	void whoIsInterruptedInterruptsTheWorkAndStaysInterrupted() {
		// Given
		List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
		this.backlog.add(() -> interrupted.add(isInterrupted(new CountDownLatch(1))));
		this.backlog.add(() -> interrupted.add(false));
		// When
		Thread.currentThread().interrupt();
		this.backlog.await();
		// Then
		assertThat(Thread.interrupted()).isTrue();
		assertThat(interrupted).containsExactly(true, false);
	}

	private static void await(CountDownLatch latch) {
		assertThat(isInterrupted(latch)).isFalse();
	}

	private static boolean isInterrupted(CountDownLatch latch) {
		try {
			latch.await();
			return false;
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

}
