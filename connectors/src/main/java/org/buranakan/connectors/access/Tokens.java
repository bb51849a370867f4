package org.buranakan.connectors.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The bearer tokens, each bound to one agency, kept as hashes and compared in constant
 * time.
 */
@Component
public final class Tokens {

	private static final String SCHEME = "Bearer ";

	private static final int SHORTEST = 16;

	private final Map<HostedAgency, byte[]> hashes = new LinkedHashMap<>();

	@Autowired
	Tokens(HostedAgencies agencies) {
		this(agencies.all());
	}

	/** Refuses to be made if two have one token: nobody could tell them apart. */
	Tokens(List<HostedAgency> agencies) {
		for (HostedAgency agency : agencies) {
			Optional.ofNullable(agency.settings().token())
				.map(Tokens::read)
				.ifPresent((token) -> put(agency, hash(token)));
		}
	}

	/**
	 * The agency whose token the request carries; all are compared, whichever matches.
	 */
	public Optional<HostedAgency> bearer(HttpServletRequest request) {
		byte[] offered = hash(Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
			.filter((header) -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
			.map((header) -> header.substring(SCHEME.length()).strip())
			.orElse(""));
		Optional<HostedAgency> bearer = Optional.empty();
		for (Map.Entry<HostedAgency, byte[]> known : this.hashes.entrySet()) {
			if (MessageDigest.isEqual(known.getValue(), offered)) {
				bearer = Optional.of(known.getKey());
			}
		}
		return bearer;
	}

	private void put(HostedAgency agency, byte[] hash) {
		this.hashes.forEach((other, known) -> {
			if (MessageDigest.isEqual(known, hash)) {
				throw new IllegalArgumentException(agency.id() + " and " + other.id() + " have the same token");
			}
		});
		this.hashes.put(agency, hash);
	}

	private static String read(Path file) {
		try {
			String token = Files.readString(file).strip();
			if (token.length() < SHORTEST) {
				throw new IllegalArgumentException("A token has at least " + SHORTEST + " characters: " + file);
			}
			return token;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The token cannot be read: " + file, ex);
		}
	}

	private static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
