package org.buranakan.connectors.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The agencies' own tokens, each bound to one agency, kept as hashes. */
@Component
final class Tokens {

	/**
	 * What a header can carry as a bearer token (RFC 6750) and as a client secret that is
	 * not escaped (RFC 6749), and is no easy guess.
	 */
	private static final Pattern TOKEN = Pattern.compile("(?=.{16})[A-Za-z0-9\\-._~/]+=*");

	private final Map<HostedAgency, String> hashes = new LinkedHashMap<>();

	private final PasswordEncoder encoder;

	@Autowired
	Tokens(HostedAgencies agencies, PasswordEncoder encoder) {
		this(agencies.all(), encoder);
	}

	/** Refuses to be made if two have one token: nobody could tell them apart. */
	Tokens(List<HostedAgency> agencies, PasswordEncoder encoder) {
		this.encoder = encoder;
		for (HostedAgency agency : agencies) {
			Optional.ofNullable(agency.settings().token()).map(Tokens::read).ifPresent((token) -> put(agency, token));
		}
	}

	/** The agency whose token it is; all are compared, whichever matches. */
	Optional<HostedAgency> bearer(String token) {
		Optional<HostedAgency> bearer = Optional.empty();
		for (Map.Entry<HostedAgency, String> known : this.hashes.entrySet()) {
			if (this.encoder.matches(token, known.getValue())) {
				bearer = Optional.of(known.getKey());
			}
		}
		return bearer;
	}

	/** The hash of the agency's token; empty if it has none, or is not here. */
	Optional<String> hash(String agency) {
		return agency(agency).map(this.hashes::get);
	}

	/** An agency that has a token. */
	Optional<HostedAgency> agency(String id) {
		return this.hashes.keySet().stream().filter((agency) -> agency.id().value().equals(id)).findFirst();
	}

	private void put(HostedAgency agency, String token) {
		bearer(token).ifPresent((other) -> {
			throw new IllegalArgumentException(agency.id() + " and " + other.id() + " have the same token");
		});
		this.hashes.put(agency, String.valueOf(this.encoder.encode(token)));
	}

	private static String read(Path file) {
		try {
			String token = Files.readString(file).strip();
			if (!TOKEN.matcher(token).matches()) {
				throw new IllegalArgumentException(
						"A token has at least 16 characters, of A to Z, a to z, 0 to 9 and -._~/ alone: " + file);
			}
			return token;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The token cannot be read: " + file, ex);
		}
	}

}
