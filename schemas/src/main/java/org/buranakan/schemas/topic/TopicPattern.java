package org.buranakan.schemas.topic;

import org.jspecify.annotations.Nullable;

/**
 * A topic name in which {@code *} stands for the owner and a final {@code #} for the
 * rest.
 */
final class TopicPattern {

	private TopicPattern() {
	}

	/**
	 * The owner in the name: empty where the pattern has none, null if it does not match.
	 */
	static @Nullable String owner(String pattern, String name) {
		int star = pattern.indexOf('*');
		if (star < 0) {
			return pattern.equals(name) ? "" : null;
		}
		String head = pattern.substring(0, star);
		int end = name.indexOf('.', star);
		if (!name.startsWith(head) || end < 0) {
			return null;
		}
		String tail = pattern.substring(star + 1);
		String rest = name.substring(end);
		boolean fits = tail.equals(".#") ? rest.length() > 1 : rest.equals(tail);
		String owner = name.substring(star, end);
		return fits && isOwner(head, owner) ? owner : null;
	}

	private static boolean isOwner(String head, String owner) {
		return head.equals("audit.") ? Role.claims(owner) : AgencyId.accepts(owner);
	}

}
