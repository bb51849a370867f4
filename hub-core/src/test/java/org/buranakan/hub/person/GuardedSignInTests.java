package org.buranakan.hub.person;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import org.buranakan.hub.view.UsedUp;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.TestingAuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardedSignInTests {

	private final AtomicBoolean away = new AtomicBoolean();

	private final GuardedSignIn signIn = new GuardedSignIn(new TestingAuthenticationProvider() {

		@Override
		public Authentication authenticate(Authentication asked) throws AuthenticationException {
			if (GuardedSignInTests.this.away.get()) {
				throw new InternalAuthenticationServiceException("away",
						new DataAccessResourceFailureException("away"));
			}
			if (!"right".equals(asked.getCredentials())) {
				throw new BadCredentialsException("wrong");
			}
			return asked;
		}

	}, 3);

	@Test
	void anAddressMayTryAFewWrongPasswordsAndThenNotEvenTheRightOne() {
		// Given
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> tries("192.0.2.1", "guess"));
		}
		// Then
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> tries("192.0.2.1", "right"));
		assertThat(tries("192.0.2.2", "right")).isNotNull();
		assertThat(tries("192.0.2.1", "another", "right")).as("whose program has an old password is out alone")
			.isNotNull();
	}

	@Test
	void anAddressMayNotTryAnyNumberOfNames() {
		for (int name = 0; name < 30; name++) {
			String another = "name" + name;
			assertThatExceptionOfType(BadCredentialsException.class)
				.isThrownBy(() -> tries("192.0.2.1", another, "guess"));
		}
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> tries("192.0.2.1", "yet-another", "right"));
	}

	@Test
	void oneWhoHasManyAddressesOfTheSixthVersionIsOne() {
		for (int address = 1; address <= 3; address++) {
			String another = "2001:db8::" + address;
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> tries(another, "guess"));
		}
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> tries("2001:db8::9", "right"));
		assertThat(tries("2001:db8:0:1::9", "right")).isNotNull();
	}

	@Test
	void howManyComeAtOnceWithTheRightPasswordIsNobodysFault() {
		assertThat(IntStream.range(0, 40)
			.mapToObj((turn) -> CompletableFuture.supplyAsync(() -> tries("192.0.2.1", "right"),
					(task) -> Thread.ofVirtual().start(task)))
			.toList()).allSatisfy((tried) -> assertThat(tried.join()).isNotNull());
	}

	@Test
	void rightPasswordsAndOutagesCostNothing() {
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(tries("192.0.2.1", "right")).isNotNull();
			this.away.set(true);
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> tries("192.0.2.1", "right"));
			this.away.set(false);
		}
	}

	private Object tries(String address, String password) {
		return tries(address, "somebody", password);
	}

	private Object tries(String address, String name, String password) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		UsernamePasswordAuthenticationToken asked = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
		asked.setDetails(new WebAuthenticationDetails((HttpServletRequest) request));
		return java.util.Objects.requireNonNull(this.signIn.authenticate(asked));
	}

}
