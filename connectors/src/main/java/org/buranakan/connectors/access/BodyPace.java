package org.buranakan.connectors.access;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * How slowly a body may come: after some time for a line to get going, 8 KiB for every
 * second since. So a trickle ends soon and a large file over a poor line does not.
 *
 * @param grace the time before which no pace is asked for
 */
record BodyPace(Duration grace) {

	private static final long BYTES_PER_SECOND = 8 * 1024;

	InputStream keep(InputStream body) {
		return new Paced(body, System.nanoTime() + this.grace.toNanos());
	}

	private static final class Paced extends FilterInputStream {

		private final long start;

		private long sum;

		Paced(InputStream in, long start) {
			super(in);
			this.start = start;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = arrived(buffer, offset, length);
			this.sum += Math.max(read, 0);
			double seconds = (System.nanoTime() - this.start) / 1_000_000_000.0;
			if (read >= 0 && seconds > (double) this.sum / BYTES_PER_SECOND) {
				throw new TurnedAway(Problem.TOO_SLOW, "");
			}
			return read;
		}

		/** A server gives up waiting for bytes on its own, and wraps the reason. */
		private int arrived(byte[] buffer, int offset, int length) throws IOException {
			try {
				return super.read(buffer, offset, length);
			}
			catch (IOException ex) {
				if (ex instanceof SocketTimeoutException || ex.getCause() instanceof SocketTimeoutException) {
					throw new TurnedAway(Problem.TOO_SLOW, "");
				}
				throw ex;
			}
		}

	}

}
