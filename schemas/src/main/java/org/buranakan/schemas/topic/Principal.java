package org.buranakan.schemas.topic;

import java.util.regex.Pattern;

/**
 * Who may connect to Kafka: a SCRAM user with one role. Its consumer groups are all
 * called {@code <name>.…}, except the hub's {@link Topics#HUB_GROUP}.
 */
public record Principal(Role role, String name) {

	private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	public Principal {
		if (!SHAPE.matcher(name).matches()) {
			throw new IllegalArgumentException("Not the name of a principal: '" + name + "'");
		}
	}

	/** The connector of an agency; its name is the agency's. */
	public static Principal agency(AgencyId agency) {
		return new Principal(Role.AGENCY, agency.value());
	}

	/** The Kafka Connect worker of an agency, {@code <agency>-connect}. */
	public static Principal connect(AgencyId agency) {
		return new Principal(Role.CONNECT, agency.value() + Role.CONNECT_SUFFIX);
	}

	public static Principal hub() {
		return new Principal(Role.HUB, "hub");
	}

	/** The Kafka Connect worker of the hub. */
	public static Principal hubConnect() {
		return new Principal(Role.HUB_CONNECT, "hub" + Role.CONNECT_SUFFIX);
	}

	public static Principal operator() {
		return new Principal(Role.OPERATOR, "operator");
	}

	public static Principal dashboard() {
		return new Principal(Role.DASHBOARD, "dashboard");
	}

	public static Principal auditor() {
		return new Principal(Role.AUDITOR, "auditor");
	}

	/** The prefix of every consumer group of this principal. */
	public String groupPrefix() {
		return this.name + ".";
	}

	/** The name under which Kafka's authorizer knows it. */
	public String kafkaName() {
		return "User:" + this.name;
	}

	/** What this principal owns topics by: the agency's id, or its own name. */
	String ownership() {
		return switch (this.role) {
			case CONNECT -> this.name.substring(0, this.name.length() - Role.CONNECT_SUFFIX.length());
			case AGENCY, HUB, HUB_CONNECT, OPERATOR, DASHBOARD, AUDITOR -> this.name;
		};
	}

}
