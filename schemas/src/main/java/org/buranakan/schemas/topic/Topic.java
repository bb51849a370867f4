package org.buranakan.schemas.topic;

import java.util.Optional;

/**
 * One topic of the catalogue.
 *
 * @param kind its line in the catalogue
 * @param owner the agency, auditor or operator in its name; empty for the hub's own
 * topics
 * @param name its name in Kafka
 */
public record Topic(Topics kind, String owner, String name) {

	/** The topic in which the agency publishes events of the family. */
	public static Topic of(AgencyId agency, Family family) {
		return family.topics().of(agency);
	}

	/** The topic of that name; empty if the catalogue has none. */
	public static Optional<Topic> parse(String name) {
		for (Topics kind : Topics.values()) {
			String owner = TopicPattern.owner(kind.pattern(), name);
			if (owner != null) {
				return Optional.of(new Topic(kind, owner, name));
			}
		}
		return Optional.empty();
	}

	/** The agency that owns it; empty for the hub's and the auditors' topics. */
	public Optional<AgencyId> agency() {
		return AgencyId.parse(this.owner);
	}

	/** The family of events that it carries, if any. */
	public Optional<Family> family() {
		return this.kind.family();
	}

	/** The registry's subject for its values. */
	public String subject() {
		return this.name + "-value";
	}

	@Override
	public String toString() {
		return this.name;
	}

}
