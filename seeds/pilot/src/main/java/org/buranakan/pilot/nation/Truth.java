package org.buranakan.pilot.nation;

import java.util.Set;

/**
 * Something that is so in the generated nation, and that the rule exists to point at.
 *
 * @param rule the rule's id
 * @param about what a finding of it may name: activities, plans or provinces, depending
 * on the rule; a finding that names anything else is about something else
 * @param story what happened, and what was published of it
 */
public record Truth(String rule, Set<String> about, String story) {

	public Truth {
		about = Set.copyOf(about);
		if (about.isEmpty()) {
			throw new IllegalArgumentException("A truth is about something: " + rule);
		}
	}

}
