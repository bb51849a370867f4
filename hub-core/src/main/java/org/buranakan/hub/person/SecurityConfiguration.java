package org.buranakan.hub.person;

import java.util.Optional;

import org.buranakan.hub.view.BadParameter;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What is open to whom, and what a browser may do with what the hub serves. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	private static final int AFTER_SESSIONS = -100;

	@Bean
	DelegatingFilterProxyRegistrationBean securityFilter() {
		DelegatingFilterProxyRegistrationBean filter = new DelegatingFilterProxyRegistrationBean(
				AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
		filter.setOrder(AFTER_SESSIONS);
		return filter;
	}

	/** Ids are agencies' own, and what is encoded in an address may be part of one. */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowUrlEncodedSlash(true);
		firewall.setAllowUrlEncodedDoubleSlash(true);
		firewall.setAllowUrlEncodedPercent(true);
		firewall.setAllowUrlEncodedPeriod(true);
		firewall.setAllowBackSlash(true);
		firewall.setAllowSemicolon(true);
		return firewall;
	}

	@Bean
	RequestRejectedHandler oddRequests(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		return (request, response, why) -> problems.resolveException(request, response, null, new BadParameter("path",
				request.getRequestURI(), "ที่อยู่และส่วนหัวที่อ่านได้", "an address and headers that can be read"));
	}

	/** Each filter's time is nobody's question. */
	@Bean
	SecurityObservationSettings noObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityContextRepository sessionPerson(People people, SignInSettings settings) {
		return new SessionPerson(people, settings.idle());
	}

	/** By which programs (HTTP Basic) and the page sign in; a provider does it beside. */
	@Bean
	AuthenticationManager signIn(People people, Passwords passwords, SignInSettings settings) {
		String nobodys = passwords.ofNobody();
		DaoAuthenticationProvider provider = new DaoAuthenticationProvider((name) -> people.find(name)
			.map((account) -> account.orPassword(nobodys))
			.orElseThrow(() -> new UsernameNotFoundException("Nobody is called " + name)));
		provider.setPasswordEncoder(passwords.encoder());
		return new ProviderManager(new GuardedSignIn(provider, settings.failures()));
	}

	@Bean
	SecurityFilterChain everything(HttpSecurity http, SecurityContextRepository sessions,
			Optional<ProviderSignIn> provider,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		provider.ifPresent((configured) -> http.oauth2Login(configured::configure)
			.addFilterBefore(configured.bound(), OAuth2AuthorizationRequestRedirectFilter.class));
		return http.securityContext((context) -> context.securityContextRepository(sessions))
			.httpBasic((basic) -> basic.authenticationEntryPoint(stranger(problems)))
			.exceptionHandling((failure) -> failure.authenticationEntryPoint(stranger(problems))
				.accessDeniedHandler(refused(problems)))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(Closed.toStrangers())
				.authenticated()
				.requestMatchers(Closed.toAllButAdministrators())
				.hasRole(Role.ADMINISTRATOR.name())
				.anyRequest()
				.permitAll())
			// It would hold for the host's other ports too, where agencies' pages may be.
			.headers((headers) -> headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable)
				.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
			// See the package: nothing can be forged, and nothing is remembered of
			// strangers.
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	/** Programs are asked for a name and password; the page asks people itself. */
	private static AuthenticationEntryPoint stranger(HandlerExceptionResolver problems) {
		return (request, response, why) -> {
			if (request.getHeader("X-Requested-With") == null) {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"buranakan\", charset=\"UTF-8\"");
			}
			problems.resolveException(request, response, null, why);
		};
	}

	private static AccessDeniedHandler refused(HandlerExceptionResolver problems) {
		return (request, response, why) -> problems.resolveException(request, response, null, why);
	}

}
