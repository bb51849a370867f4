package org.buranakan.hub.person;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.buranakan.hub.view.Allowance;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.UsedUp;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Wrong passwords may be tried a number of times an hour: those of a name by each
 * address, so that a program with an old password keeps nobody else of its office out,
 * and ten times as many of all names. All addresses together are not bounded, or
 * strangers could keep everybody out. To try one costs the hub a tenth of a second on
 * purpose, so guessing keeps half of the processors busy at most.
 */
final class GuardedSignIn implements AuthenticationProvider {

	private static final int NAMES = 10;

	private static final int WAIT_SECONDS = 5;

	private final AuthenticationProvider provider;

	private final Allowance ofName;

	private final Allowance ofAddress;

	private final Semaphore trying = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

	GuardedSignIn(AuthenticationProvider provider, int failures) {
		this.provider = provider;
		this.ofName = new Allowance(failures);
		this.ofAddress = new Allowance(NAMES * failures);
	}

	/**
	 * @throws UsedUp if too many were wrong
	 * @throws Busy if others try passwords all the time
	 */
	@Override
	public @Nullable Authentication authenticate(Authentication asked) {
		String address = (asked.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		try {
			if (this.trying.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
				try {
					return inTurn(asked, Allowance.client(address));
				}
				finally {
					this.trying.release();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Busy("มีผู้เข้าสู่ระบบพร้อมกันมาก โปรดลองใหม่ในอีกสักครู่",
				"Many sign in at the moment; try again soon.");
	}

	private @Nullable Authentication inTurn(Authentication asked, String client) {
		String name = Person.canonical(asked.getName());
		String ofClient = client + " " + (Person.isName(name) ? name : "");
		spend(client, ofClient);
		try {
			@Nullable Authentication known = this.provider.authenticate(asked);
			giveBack(client, ofClient);
			return known;
		}
		catch (InternalAuthenticationServiceException ex) {
			// Nobody was wrong: the database was away.
			giveBack(client, ofClient);
			throw (ex.getCause() instanceof RuntimeException why) ? why : ex;
		}
	}

	private void spend(String address, String name) {
		this.ofAddress.spend(address);
		try {
			this.ofName.spend(name);
		}
		catch (UsedUp ex) {
			this.ofAddress.giveBack(address);
			throw ex;
		}
	}

	private void giveBack(String address, String name) {
		this.ofAddress.giveBack(address);
		this.ofName.giveBack(name);
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

}
