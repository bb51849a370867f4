package org.buranakan.connectors.access;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * No memory of tokens: a signed one says all there is, and nobody can ask about or take
 * back one that lives for minutes. Keeping them would fill the memory.
 */
final class KeptNowhere implements OAuth2AuthorizationService {

	@Override
	public void save(OAuth2Authorization authorization) {
		// Nothing is kept.
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		// Nothing is kept.
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return null;
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return null;
	}

}
