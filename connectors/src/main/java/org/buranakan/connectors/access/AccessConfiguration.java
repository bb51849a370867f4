package org.buranakan.connectors.access;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * What is open to whom. Nothing here has cookies or sessions, so nothing can be forged.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {

	private static final String TOKEN = "/oauth2/token";

	private static final int BEFORE_OTHER_FILTERS = -100;

	@Bean
	DelegatingFilterProxyRegistrationBean securityFilter() {
		DelegatingFilterProxyRegistrationBean filter = new DelegatingFilterProxyRegistrationBean(
				AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
		filter.setOrder(BEFORE_OTHER_FILTERS);
		return filter;
	}

	/**
	 * Each filter's time is nobody's question, and to take it costs more than the
	 * filters.
	 */
	@Bean
	SecurityObservationSettings noObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	PasswordEncoder secretHashes() {
		return new SecretHashes();
	}

	/** The token endpoint, and none of the other endpoints of an authorisation server. */
	@Bean
	@Order(1)
	SecurityFilterChain tokenEndpoint(HttpSecurity http, Clients clients, SignedTokens signed, Answers answers) {
		return stateless(http).securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, TOKEN))
			.oauth2AuthorizationServer((server) -> server.registeredClientRepository(clients)
				.authorizationService(new KeptNowhere())
				.authorizationServerSettings(AuthorizationServerSettings.builder().tokenEndpoint(TOKEN).build())
				.tokenGenerator(signed.generator())
				.clientAuthentication((client) -> client.errorResponseHandler(answers::toClient)
					.authenticationConverters((ways) -> ways.removeIf((way) -> !isSecret(way))))
				.tokenEndpoint((endpoint) -> endpoint.errorResponseHandler(answers::toClient)
					.accessTokenRequestConverters((grants) -> grants
						.removeIf((grant) -> !(grant instanceof OAuth2ClientCredentialsAuthenticationConverter)))))
			.exceptionHandling((failure) -> failure.authenticationEntryPoint(answers::toClient))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.build();
	}

	/** What an agency hands in and asks about: with a token of its own alone. */
	@Bean
	@Order(2)
	SecurityFilterChain agencies(HttpSecurity http, Tokens tokens, SignedTokens signed, Allowances allowances,
			Answers answers) {
		Bearers bearers = new Bearers(tokens, signed);
		return stateless(http).securityMatcher("/v1/**")
			.oauth2ResourceServer((server) -> server.authenticationManagerResolver((request) -> bearers)
				.authenticationEntryPoint(answers::toStranger))
			.exceptionHandling((failure) -> failure.authenticationEntryPoint(answers::toStranger))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.addFilterAfter(new Turnstile(allowances, answers), AuthorizationFilter.class)
			.build();
	}

	/** The officers' page, which holds nothing secret, and health. */
	@Bean
	@Order(3)
	SecurityFilterChain everybody(HttpSecurity http) {
		return stateless(http).authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	private static boolean isSecret(AuthenticationConverter way) {
		return way instanceof ClientSecretBasicAuthenticationConverter
				|| way instanceof ClientSecretPostAuthenticationConverter;
	}

	private static HttpSecurity stateless(HttpSecurity http) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
	}

}
