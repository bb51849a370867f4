package org.buranakan.hub.person;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in.
 *
 * @param idle after how long without a request a session ends
 * @param failures how many wrong passwords of a name an address may try in an hour; of
 * all names ten times as many
 * @param provider an OpenID Connect provider that signs people in too; null for none
 */
@ConfigurationProperties("hub.sign-in")
record SignInSettings(@DefaultValue("2h") Duration idle, @DefaultValue("30") int failures,
		@Nullable Provider provider) {

	SignInSettings {
		if (!idle.isPositive() || failures < 1) {
			throw new IllegalArgumentException("hub.sign-in: idle and failures cannot be below 1");
		}
	}

	/**
	 * An OpenID Connect provider.
	 *
	 * @param issuer where its {@code /.well-known/openid-configuration} is found
	 * @param nameClaim which claim is the person's name here: one that people cannot
	 * choose for themselves. {@code email} counts only where the provider has verified it
	 * @param label what the page calls it
	 */
	record Provider(URI issuer, String clientId, String clientSecret, String nameClaim,
			@DefaultValue("OpenID Connect") String label) {

		Provider {
			if (Stream.of(issuer, clientId, clientSecret, nameClaim).anyMatch(Objects::isNull)) {
				throw new IllegalArgumentException(
						"hub.sign-in.provider needs issuer, client-id, client-secret and name-claim");
			}
		}

	}

}
