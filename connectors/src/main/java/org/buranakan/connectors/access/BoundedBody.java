package org.buranakan.connectors.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

import org.springframework.http.HttpHeaders;

/**
 * A request's body that ends: whoever reads it is told by {@link TurnedAway} that it is
 * too large, inflated or not, or comes too slowly. Nothing beyond its bounds is kept.
 */
final class BoundedBody extends InputStream {

	private final InputStream in;

	private final long largest;

	private long sum;

	private final BodyPace pace;

	private BoundedBody(InputStream in, long largest, BodyPace pace) {
		this.in = in;
		this.largest = largest;
		this.pace = pace;
	}

	/**
	 * The body of the request, inflated if it is gzip.
	 * @param largest the most bytes, as sent and as inflated
	 * @throws TurnedAway if it is encoded in another way, or no gzip
	 */
	static InputStream of(HttpServletRequest request, long largest, BodyPace pace) throws IOException {
		InputStream arriving = new BoundedBody(request.getInputStream(), largest, pace);
		String encoding = Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
			.orElse("identity")
			.toLowerCase(Locale.ROOT);
		return switch (encoding) {
			case "identity" -> arriving;
			case "gzip", "x-gzip" -> new BoundedBody(inflated(arriving), largest, pace);
			default -> throw new TurnedAway(Problem.ENCODED, "");
		};
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		try {
			int read = this.in.read(buffer, offset, length);
			this.sum += Math.max(read, 0);
			if (this.sum > this.largest) {
				throw new TurnedAway(Problem.TOO_LARGE, this.largest + " bytes at most");
			}
			if (read >= 0 && this.pace.isMissedBy(this.sum)) {
				throw new TurnedAway(Problem.TOO_SLOW, "");
			}
			return read;
		}
		catch (TurnedAway ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw broken(ex);
		}
	}

	/** Members after one another count as one: some tools write a gzip file so. */
	private static InputStream inflated(InputStream arriving) throws IOException {
		try {
			return GzipCompressorInputStream.builder().setInputStream(arriving).setDecompressConcatenated(true).get();
		}
		catch (TurnedAway ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw broken(ex);
		}
	}

	/** A server gives up waiting for bytes on its own, and wraps the reason. */
	private static TurnedAway broken(IOException cause) {
		boolean late = cause instanceof SocketTimeoutException || cause.getCause() instanceof SocketTimeoutException;
		TurnedAway broken = new TurnedAway(late ? Problem.TOO_SLOW : Problem.BROKEN, "");
		broken.initCause(cause);
		return broken;
	}

}
