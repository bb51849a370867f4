package org.buranakan.platform.process;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

/**
 * What is written here is read there, by whichever thread: a {@code PipedInputStream}
 * takes it for the end when the thread that wrote last has ended.
 */
final class Orders extends OutputStream {

	private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();

	private @Nullable Closeable attached;

	private boolean closed;

	InputStream asked() {
		return new InputStream() {
			private ByteArrayInputStream now = new ByteArrayInputStream(new byte[0]);

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return (read(one, 0, 1) < 0) ? -1 : one[0];
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				try {
					while (this.now.available() == 0) {
						byte[] next = Orders.this.written.take();
						if (next.length == 0) {
							Orders.this.written.add(next);
							return -1;
						}
						this.now = new ByteArrayInputStream(next);
					}
					return this.now.read(bytes, offset, length);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw new IOException(ex);
				}
			}
		};
	}

	/** What carries them, which ends with them. */
	synchronized void whenClosed(Closeable attached) {
		this.attached = attached;
	}

	@Override
	public void write(int one) {
		this.written.add(new byte[] { (byte) one });
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		if (length > 0) {
			this.written.add(Arrays.copyOfRange(bytes, offset, offset + length));
		}
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		this.written.add(new byte[0]);
		try {
			if (this.attached != null) {
				this.attached.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
