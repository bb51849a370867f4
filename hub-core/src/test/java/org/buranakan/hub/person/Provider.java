package org.buranakan.hub.person;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider on a free port, which knows two people. No configuration
 * class by annotation, or the hub would find it on the class path of tests.
 */
final class Provider implements AutoCloseable {

	static final String KNOWN = "somsri@example.go.th";

	static final String UNKNOWN = "stranger@example.go.th";

	static final String PASSWORD = "of-the-provider";

	static final String SECRET = "of-the-client";

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.properties(Map.of("server.port", 0, "server.address", "127.0.0.1", "spring.config.name", "provider",
				"server.servlet.session.cookie.name", "PROVIDER"))
		.run();

	String issuer() {
		return "http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port");
	}

	/** The hub's port is known only when it runs. */
	void sendsBackTo(int hub) {
		this.context.getBean(AtomicInteger.class).set(hub);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@EnableWebSecurity
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class })
	static class Application {

		@Bean
		AtomicInteger hubPort() {
			return new AtomicInteger();
		}

		@Bean
		DelegatingFilterProxyRegistrationBean securityFilter() {
			return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
		}

		@Bean
		@Order(1)
		SecurityFilterChain protocol(HttpSecurity http) {
			return http
				.oauth2AuthorizationServer((server) -> http.securityMatcher(server.getEndpointsMatcher())
					.with(server.oidc(Customizer.withDefaults()), Customizer.withDefaults()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.exceptionHandling(
						(failure) -> failure.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain people(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(Customizer.withDefaults())
				.build();
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder().build();
		}

		@Bean
		UserDetailsService known() {
			return new InMemoryUserDetailsManager(
					User.withUsername(KNOWN).password("{noop}" + PASSWORD).roles("ANY").build(),
					User.withUsername(UNKNOWN).password("{noop}" + PASSWORD).roles("ANY").build());
		}

		@Bean
		JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
			var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
			return new ImmutableJWKSet<>(
					new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate())
						.keyID("provider")
						.build()));
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
		}

		@Bean
		RegisteredClientRepository clients(AtomicInteger hubPort) {
			return new RegisteredClientRepository() {

				@Override
				public void save(RegisteredClient client) {
					// Made anew each time.
				}

				@Override
				public @Nullable RegisteredClient findById(String id) {
					return findByClientId(id);
				}

				@Override
				public @Nullable RegisteredClient findByClientId(String id) {
					return RegisteredClient.withId(id)
						.clientId(id)
						.clientSecret("{noop}" + SECRET)
						.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
						.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
						.redirectUri("http://127.0.0.1:%d/login/oauth2/code/provider".formatted(hubPort.get()))
						.scope("openid")
						.scope("profile")
						.scope("email")
						.build();
				}

			};
		}

	}

}
