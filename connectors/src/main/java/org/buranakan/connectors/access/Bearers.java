package org.buranakan.connectors.access;

import java.util.Optional;

import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Who a bearer token speaks for: an access token, or the token of an agency's kit. */
final class Bearers implements AuthenticationManager {

	private final Tokens tokens;

	private final SignedTokens signed;

	Bearers(Tokens tokens, SignedTokens signed) {
		this.tokens = tokens;
		this.signed = signed;
	}

	@Override
	public Authentication authenticate(Authentication offered) {
		String token = String.valueOf(offered.getCredentials());
		return this.tokens.bearer(token)
			.or(() -> signedFor(token))
			.map(Bearer::new)
			.orElseThrow(() -> new InvalidBearerTokenException("Nobody's token"));
	}

	private Optional<HostedAgency> signedFor(String token) {
		return this.signed.agency(token).flatMap(this.tokens::agency);
	}

}
