package org.buranakan.hub.person;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in.
 *
 * @param idle after how long without a request a session ends
 * @param failures how many wrong passwords an address may try in an hour
 * @param allFailures how many all addresses together may
 * @param provider an OpenID Connect provider that signs people in too; null for none
 */
@ConfigurationProperties("hub.sign-in")
record SignInSettings(@DefaultValue("2h") Duration idle, @DefaultValue("30") int failures,
		@DefaultValue("1000") int allFailures, @Nullable Provider provider) {

	SignInSettings {
		if (!idle.isPositive() || failures < 1 || allFailures < 1) {
			throw new IllegalArgumentException("hub.sign-in: idle, failures and all-failures cannot be below 1");
		}
	}

	/**
	 * An OpenID Connect provider.
	 *
	 * @param issuer where its {@code /.well-known/openid-configuration} is found
	 * @param nameClaim which claim is the person's name here
	 * @param label what the page calls it
	 */
	record Provider(URI issuer, String clientId, String clientSecret,
			@DefaultValue("preferred_username") String nameClaim, @DefaultValue("OpenID Connect") String label) {

	}

}
