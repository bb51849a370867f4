package org.buranakan.connectors.publish;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.AgencyId;

/** What keeps events from being published: waiting mends an outage alone. */
enum Trouble {

	OUTAGE("Nothing can be published for %s now"),

	FORBIDDEN("The credentials of %s are refused, or lack rights to its topics: ask the operator"),

	BUG("A fault of the connector itself keeps events of %s from being published: tell the operator"),

	UNWRITABLE("Events of %s cannot be written with the registry's schemas: deploy the contracts first");

	private final String message;

	Trouble(String message) {
		this.message = message;
	}

	static Trouble of(Throwable failure) {
		boolean unwritable = false;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof AuthenticationException || cause instanceof AuthorizationException
					|| cause instanceof RegistryException.Unauthorised) {
				return FORBIDDEN;
			}
			if (cause instanceof SerializationException) {
				unwritable = true;
			}
			if (cause instanceof RegistryException.Unavailable) {
				return OUTAGE;
			}
		}
		return unwritable ? UNWRITABLE : OUTAGE;
	}

	String about(AgencyId agency) {
		return this.message.formatted(agency);
	}

}
