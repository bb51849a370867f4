package org.buranakan.schemas.topic;

/**
 * Who writes or reads a topic, as the catalogue says it: a role, or the topic's owner.
 */
public enum Party {

	/** The agency whose name the topic bears. */
	OWNER,

	/** The auditor or operator whose name the topic bears. */
	ACTOR,

	/** The Connect worker of the agency whose name the topic bears. */
	OWNERS_CONNECT,

	/** Every agency. */
	AGENCIES,

	/** Whoever has a password at all. */
	EVERYONE,

	/** The Connect worker of the hub. */
	HUBS_CONNECT,

	HUB, OPERATORS, DASHBOARDS, AUDITORS;

	/**
	 * Whether the principal is of this party.
	 * @param owner the name in the topic, empty where topics of that kind bear none
	 */
	boolean includes(Principal principal, String owner) {
		return switch (this) {
			case OWNER -> principal.role() == Role.AGENCY && principal.name().equals(owner);
			case ACTOR -> (principal.role() == Role.AUDITOR || principal.role() == Role.OPERATOR)
					&& principal.name().equals(owner);
			case OWNERS_CONNECT -> principal.role() == Role.CONNECT && principal.ownership().equals(owner);
			case AGENCIES -> principal.role() == Role.AGENCY;
			case EVERYONE -> true;
			case HUBS_CONNECT -> principal.role() == Role.HUB_CONNECT;
			case HUB -> principal.role() == Role.HUB;
			case OPERATORS -> principal.role() == Role.OPERATOR;
			case DASHBOARDS -> principal.role() == Role.DASHBOARD;
			case AUDITORS -> principal.role() == Role.AUDITOR;
		};
	}

}
