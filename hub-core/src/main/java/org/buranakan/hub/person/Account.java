package org.buranakan.hub.person;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person as Spring Security takes one.
 *
 * @param password its hash; null where only a provider signs the person in
 */
record Account(Person person, @Nullable String password, boolean enabled) implements UserDetails {

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
