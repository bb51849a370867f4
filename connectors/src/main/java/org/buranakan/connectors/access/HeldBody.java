package org.buranakan.connectors.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body in memory, until it is closed. What one agency has there at a time is bounded:
 * many bodies at once, each within its own bound, would fill it.
 */
public final class HeldBody implements AutoCloseable {

	private static final Duration WAIT = Duration.ofSeconds(1);

	private final AtomicLong held;

	private final long most;

	private byte[] bytes = {};

	private long sum;

	private HeldBody(AtomicLong held, long most) {
		this.held = held;
		this.most = most;
	}

	/**
	 * Reads the body.
	 * @param held how many bytes its agency has in memory
	 * @param most of them
	 * @throws TurnedAway if it would be more
	 */
	static HeldBody of(InputStream in, AtomicLong held, long most) throws IOException {
		HeldBody body = new HeldBody(held, most);
		try {
			body.read(in);
			return body;
		}
		catch (IOException | RuntimeException | Error ex) {
			body.close();
			throw ex;
		}
	}

	public byte[] bytes() {
		return this.bytes;
	}

	@Override
	public void close() {
		this.held.addAndGet(-this.sum);
		this.sum = 0;
	}

	private void read(InputStream in) throws IOException {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			this.sum += read;
			if (this.held.addAndGet(read) > this.most) {
				throw new TurnedAway(Problem.TOO_MUCH, this.most + " bytes at a time at most", WAIT);
			}
			whole.write(buffer, 0, read);
		}
		this.bytes = whole.toByteArray();
	}

}
