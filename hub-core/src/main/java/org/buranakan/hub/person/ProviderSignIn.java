package org.buranakan.hub.person;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.buranakan.hub.view.Allowance;

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

	/** An hour; an office of hundreds may share an address. */
	private static final int STEPS = 600;

	private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

	private static final String ID = "provider";

	private static final String UNKNOWN = "unknown-person";

	/** Whatever follows it is looked at. */
	private static final String BACK = "/login/oauth2/code/";

	private static final String EMAIL = "email";

	private final OidcUserService users = new OidcUserService();

	private final People people;

	private final String nameClaim;

	/** Each begins a session in the database, and each that fails is logged. */
	private final Allowance steps = new Allowance(STEPS);

	/** Asked for when first needed: a provider that is away stops nobody else. */
	private final Supplier<ClientRegistration> client;

	ProviderSignIn(SignInSettings settings, People people) {
		this.people = people;
		SignInSettings.Provider provider = Objects.requireNonNull(settings.provider());
		this.nameClaim = provider.nameClaim();
		this.client = SingletonSupplier.of(() -> ClientRegistrations.fromIssuerLocation(provider.issuer().toString())
			.registrationId(ID)
			.clientId(provider.clientId())
			.clientSecret(provider.clientSecret())
			.scope("openid", "profile", "email")
			.userNameAttributeName(provider.nameClaim())
			.build());
	}

	/** Before all else of it: how often an address may ask in an hour. */
	Filter bound() {
		return (request, response, chain) -> {
			String path = ((HttpServletRequest) request).getServletPath();
			if (path.equals(START) || path.startsWith(BACK)) {
				this.steps.spend(request.getRemoteAddr());
			}
			chain.doFilter(request, response);
		};
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
		if (this.nameClaim.equals(EMAIL) && !Boolean.TRUE.equals(user.getEmailVerified())) {
			throw refusal("The provider has not verified the address of e-mail " + user.getName());
		}
		// Other alphabets have letters that become these in lower case.
		return Optional.of(user.getName())
			.filter((name) -> name.chars().allMatch((letter) -> letter < 0x80))
			.flatMap(this.people::find)
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
