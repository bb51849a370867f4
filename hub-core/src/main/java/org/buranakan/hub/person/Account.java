package org.buranakan.hub.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person as Spring Security takes one.
 *
 * @param password its hash; null where only a provider signs the person in
 * @param epoch which sessions are the person's: those that began in it
 */
record Account(Person person, @Nullable String password, boolean enabled, long epoch) implements UserDetails {

	/** Who asks in this thread's request, if somebody has signed in. */
	static Optional<Account> ofRequest() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Account account)
				? Optional.of(account) : Optional.empty();
	}

	boolean hasPassword() {
		return this.password != null;
	}

	/** As one with a password, if there is none. */
	Account orPassword(String hash) {
		return (this.password != null) ? this : new Account(this.person, hash, this.enabled, this.epoch);
	}

	@Override
	public Collection<SimpleGrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.person.role()));
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public String getUsername() {
		return this.person.name();
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

}
