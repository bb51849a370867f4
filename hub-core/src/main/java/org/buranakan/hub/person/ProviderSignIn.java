package org.buranakan.hub.person;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signing in by an OpenID Connect provider: it says who somebody is, and whoever it names
 * must be a person here.
 */
@Component
@ConditionalOnProperty("hub.sign-in.provider.issuer")
class ProviderSignIn {

	/** Where the page sends whoever wants to sign in so. */
	static final String START = "/oauth2/authorization/provider";

	private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

	private static final String ID = "provider";

	private static final String UNKNOWN = "unknown-person";

	private final OidcUserService users = new OidcUserService();

	private final People people;

	/** Asked for when first needed: a provider that is away stops nobody else. */
	private final Supplier<ClientRegistration> client;

	ProviderSignIn(SignInSettings settings, People people) {
		this.people = people;
		SignInSettings.@Nullable Provider provider = settings.provider();
		if (provider == null) {
			throw new IllegalStateException("hub.sign-in.provider lacks its other properties");
		}
		this.client = SingletonSupplier.of(() -> ClientRegistrations.fromIssuerLocation(provider.issuer().toString())
			.registrationId(ID)
			.clientId(provider.clientId())
			.clientSecret(provider.clientSecret())
			.scope("openid", "profile", "email")
			.userNameAttributeName(provider.nameClaim())
			.build());
	}

	void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
		login.clientRegistrationRepository((id) -> ID.equals(id) ? this.client.get() : null)
			.loginPage("/")
			.userInfoEndpoint((users) -> users.oidcUserService(this::known))
			.defaultSuccessUrl("/", true)
			.failureHandler((request, response, why) -> response.sendRedirect("/?signIn=" + reason(why)));
	}

	private OidcUser known(OidcUserRequest request) {
		OidcUser user;
		try {
			user = this.users.loadUser(request);
		}
		catch (IllegalArgumentException ex) {
			throw refusal("The provider's answer lacks the claim that hub.sign-in.provider.name-claim names: " + ex);
		}
		return this.people.find(user.getName())
			.filter(Account::isEnabled)
			.map((person) -> user)
			.orElseThrow(
					() -> refusal("The provider vouches for " + user.getName() + ", who is nobody here, or disabled"));
	}

	private static OAuth2AuthenticationException refusal(String why) {
		return new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN), why);
	}

	private static String reason(AuthenticationException why) {
		LOG.warn("Nobody is signed in by the provider: {}",
				StringUtils.truncate(String.valueOf(why.getMessage()), 300));
		return (why instanceof OAuth2AuthenticationException known && known.getError().getErrorCode().equals(UNKNOWN))
				? UNKNOWN : "failed";
	}

}
