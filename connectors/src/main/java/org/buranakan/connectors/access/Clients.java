package org.buranakan.connectors.access;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The agencies as OAuth clients: the token of an agency's kit is its client secret. */
@Component
final class Clients implements RegisteredClientRepository {

	private final Tokens tokens;

	private final TokenSettings settings;

	Clients(Tokens tokens, AccessSettings settings) {
		this.tokens = tokens;
		this.settings = TokenSettings.builder().accessTokenTimeToLive(settings.tokenLife()).build();
	}

	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("An agency joins by its configuration");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return findByClientId(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String agency) {
		return this.tokens.hash(agency).map((hash) -> client(agency, hash)).orElse(null);
	}

	private RegisteredClient client(String agency, String hash) {
		return RegisteredClient.withId(agency)
			.clientId(agency)
			.clientSecret(hash)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenSettings(this.settings)
			.build();
	}

}
