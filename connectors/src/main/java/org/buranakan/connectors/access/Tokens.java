package org.buranakan.connectors.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The agencies' own tokens, each bound to one agency, kept as hashes. */
@Component
final class Tokens {

	private final Map<HostedAgency, TokenFile> files = new LinkedHashMap<>();

	private final PasswordEncoder encoder;

	@Autowired
	Tokens(HostedAgencies agencies, PasswordEncoder encoder) {
		this(agencies.all(), encoder);
	}

	/** Refuses to be made if two have one token: nobody could tell them apart. */
	Tokens(List<HostedAgency> agencies, PasswordEncoder encoder) {
		this.encoder = encoder;
		for (HostedAgency agency : agencies) {
			Optional.ofNullable(agency.settings().token())
				.map((file) -> new TokenFile(file, (token) -> String.valueOf(encoder.encode(token))))
				.ifPresent((file) -> put(agency, file));
		}
	}

	/**
	 * The agency whose token it is; all are compared, whichever matches. Nobody's, if two
	 * have it by now.
	 */
	Optional<HostedAgency> bearer(String token) {
		List<HostedAgency> bearers = this.files.keySet()
			.stream()
			.filter((agency) -> this.encoder.matches(token, hashes(agency)))
			.toList();
		return (bearers.size() == 1) ? Optional.of(bearers.getFirst()) : Optional.empty();
	}

	/**
	 * The hashes of the agency's tokens, as {@link SecretHashes} takes them; empty if it
	 * has none, or is not here.
	 */
	Optional<String> hash(String agency) {
		return agency(agency).map(this::hashes);
	}

	/** An agency that has a token. */
	Optional<HostedAgency> agency(String id) {
		return this.files.keySet().stream().filter((agency) -> agency.id().value().equals(id)).findFirst();
	}

	private String hashes(HostedAgency agency) {
		return Optional.ofNullable(this.files.get(agency)).map((file) -> String.join(",", file.hashes())).orElse("");
	}

	private void put(HostedAgency agency, TokenFile file) {
		this.files.forEach((other, known) -> {
			if (known.hashes().stream().anyMatch(file.hashes()::contains)) {
				throw new IllegalArgumentException(agency.id() + " and " + other.id() + " have the same token");
			}
		});
		this.files.put(agency, file);
	}

}
