package org.buranakan.schemas.provision;

import org.buranakan.schemas.topic.Principal;

/** A principal and the password it logs in with. Its text form hides the password. */
public record Account(Principal principal, String password) {

	public Account {
		if (password.isBlank()) {
			throw new IllegalArgumentException("No password for " + principal.name());
		}
	}

	@Override
	public String toString() {
		return this.principal.name() + ":…";
	}

}
