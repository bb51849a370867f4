package org.buranakan.connectors.source.spreadsheet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.buranakan.connectors.publish.HubUnreachable;

/**
 * What one file takes of the heap, until it is closed by the thread that took it. Of all
 * files of the process, whichever agency's, one at a time may take more than a little:
 * many at once would fill it for all.
 */
final class HeapShare implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** Half of the heap. */
	private static final int MOST = 2;

	/** As little as many may take at once. */
	private static final int LITTLE = 64;

	private static final ReentrantLock MORE = new ReentrantLock(true);

	private boolean more;

	/** Whether a file may take so many bytes. */
	static boolean allows(long bytes) {
		return bytes <= Runtime.getRuntime().maxMemory() / MOST;
	}

	/**
	 * Takes so many bytes in all, of those that are allowed; waits if that is more than a
	 * little.
	 * @throws HubUnreachable if another file has as much for too long
	 */
	void take(long bytes) {
		if (this.more || bytes <= Runtime.getRuntime().maxMemory() / LITTLE) {
			return;
		}
		try {
			this.more = MORE.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (!this.more) {
			throw new HubUnreachable("Another large file is being read");
		}
	}

	@Override
	public void close() {
		if (this.more) {
			MORE.unlock();
			this.more = false;
		}
	}

}
