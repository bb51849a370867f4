package org.buranakan.connectors.access;

import java.util.List;

import org.buranakan.connectors.hosting.HostedAgency;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An agency that showed a token of its own; what the token was is forgotten. */
final class Bearer extends AbstractAuthenticationToken {

	private final HostedAgency agency;

	Bearer(HostedAgency agency) {
		super(List.of());
		this.agency = agency;
		setAuthenticated(true);
	}

	@Override
	public HostedAgency getPrincipal() {
		return this.agency;
	}

	@Override
	public String getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return this.agency.id().value();
	}

	@Override
	public String toString() {
		return getName();
	}

}
