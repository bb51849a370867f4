package org.buranakan.hub.guarantee;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is to happen at a moment, once. */
final class Hold {

	private final boolean cut;

	private final AtomicBoolean reached = new AtomicBoolean();

	private final CountDownLatch released = new CountDownLatch(1);

	Hold(boolean cut) {
		this.cut = cut;
	}

	/** Whether the connection is cut, instead of kept waiting. */
	boolean isCut() {
		return this.cut;
	}

	/** Whether this is the first who comes. */
	boolean reach() {
		return this.reached.compareAndSet(false, true);
	}

	boolean isReached() {
		return this.reached.get();
	}

	void await() throws InterruptedException {
		this.released.await();
	}

	void release() {
		this.released.countDown();
	}

}
