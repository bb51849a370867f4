package org.buranakan.connectors.source.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class BacklogTests {

	private final Backlog backlog = new Backlog();

	@Test
	void batchesAreWorkedOffInOrderWhileTheCallerGoesOn() throws InterruptedException {
		// Given
		List<Integer> done = new ArrayList<>();
		CountDownLatch wentOn = new CountDownLatch(1);
		// When
		this.backlog.add(() -> {
			await(wentOn);
			done.add(1);
		});
		wentOn.countDown();
		this.backlog.add(() -> done.add(2));
		this.backlog.await();
		// Then
		assertThat(done).containsExactly(1, 2);
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
		AtomicBoolean interrupted = new AtomicBoolean();
		this.backlog.add(() -> interrupted.set(isInterrupted(new CountDownLatch(1))));
		// When
		Thread.currentThread().interrupt();
		this.backlog.await();
		// Then
		assertThat(Thread.interrupted()).isTrue();
		assertThat(interrupted).isTrue();
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
