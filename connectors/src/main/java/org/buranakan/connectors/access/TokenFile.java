package org.buranakan.connectors.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of one agency as its kit holds it, and the one before it for as long as both
 * are accepted ({@code agency rotate}). The files are looked at again now and then: a new
 * token takes no restart.
 */
final class TokenFile {

	private static final Logger log = LoggerFactory.getLogger(TokenFile.class);

	private static final long LOOK = Duration.ofMillis(200).toNanos();

	/**
	 * What a header can carry as a bearer token (RFC 6750) and as a client secret that is
	 * not escaped (RFC 6749), and is no easy guess.
	 */
	private static final Pattern TOKEN = Pattern.compile("(?=.{16})[A-Za-z0-9\\-._~/]+=*");

	private final Path file;

	private final UnaryOperator<String> hash;

	private volatile Read read;

	/** What the files held, and when that was. */
	private record Read(List<String> hashes, long at) {
	}

	/**
	 * @throws IllegalArgumentException if there is no token that can be used
	 */
	TokenFile(Path file, UnaryOperator<String> hash) {
		this.file = file;
		this.hash = hash;
		try {
			this.read = read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The token cannot be read: " + file, ex);
		}
	}

	/** The hashes of the tokens that are accepted now, the newest first. */
	List<String> hashes() {
		Read known = this.read;
		if (System.nanoTime() - known.at() > LOOK) {
			known = again(known);
			this.read = known;
		}
		return known.hashes();
	}

	private Read again(Read known) {
		try {
			return read();
		}
		catch (IOException | IllegalArgumentException ex) {
			log.warn("The tokens known before are kept: {}", ex.toString());
			return new Read(known.hashes(), System.nanoTime());
		}
	}

	private Read read() throws IOException {
		Path previous = this.file.resolveSibling(this.file.getFileName() + ".previous");
		String newest = this.hash.apply(token(this.file));
		List<String> hashes = Files.exists(previous) ? List.of(newest, this.hash.apply(token(previous)))
				: List.of(newest);
		return new Read(hashes, System.nanoTime());
	}

	private static String token(Path file) throws IOException {
		String token = Files.readString(file).strip();
		if (!TOKEN.matcher(token).matches()) {
			throw new IllegalArgumentException(
					"A token has at least 16 characters, of A to Z, a to z, 0 to 9 and -._~/ alone: " + file);
		}
		return token;
	}

}
