package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.stereotype.Component;

/** Access tokens; the package says why their key is kept nowhere. */
@Component
final class SignedTokens {

	private final JwtGenerator generator;

	private final JwtDecoder decoder;

	SignedTokens() {
		JWKSource<SecurityContext> keys = new ImmutableJWKSet<>(new JWKSet(key()));
		this.generator = new JwtGenerator(new NimbusJwtEncoder(keys));
		this.generator.setJwtCustomizer((token) -> token.getJwsHeader().algorithm(SignatureAlgorithm.ES256));
		NimbusJwtDecoder own = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.ES256).build();
		// One clock signs and judges.
		own.setJwtValidator(new JwtTimestampValidator(Duration.ZERO));
		this.decoder = own;
	}

	/** What makes them for the token endpoint. */
	JwtGenerator generator() {
		return this.generator;
	}

	/** The agency for which it was signed; empty unless it was signed here and lives. */
	Optional<String> agency(String token) {
		try {
			Jwt known = this.decoder.decode(token);
			return Optional.ofNullable(known.getSubject());
		}
		catch (JwtException ex) {
			return Optional.empty();
		}
	}

	private static ECKey key() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID("own").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform has P-256", ex);
		}
	}

}
