package org.buranakan.hub.person;

import org.buranakan.hub.view.Allowance;
import org.buranakan.hub.view.UsedUp;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Passwords are tried a number of times an hour by each address and by all. To try one
 * costs the hub a tenth of a second on purpose, so one is tried at a time: guessing keeps
 * one processor busy at most.
 */
final class GuardedSignIn implements AuthenticationProvider {

	private final AuthenticationProvider provider;

	private final Allowance failures;

	GuardedSignIn(AuthenticationProvider provider, Allowance failures) {
		this.provider = provider;
		this.failures = failures;
	}

	/**
	 * @throws UsedUp if too many were wrong
	 */
	@Override
	public synchronized @Nullable Authentication authenticate(Authentication asked) {
		String address = (asked.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		this.failures.spend(address);
		try {
			@Nullable Authentication known = this.provider.authenticate(asked);
			this.failures.giveBack(address);
			return known;
		}
		catch (InternalAuthenticationServiceException ex) {
			// Nobody was wrong: the database was away.
			this.failures.giveBack(address);
			throw (ex.getCause() instanceof RuntimeException why) ? why : ex;
		}
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

}
