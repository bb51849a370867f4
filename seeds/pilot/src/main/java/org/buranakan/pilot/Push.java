package org.buranakan.pilot;

/**
 * One document that a provincial centre's web system pushes.
 *
 * @param name unique among the agency's pushes, fit for a request id
 * @param json the body, UTF-8
 */
public record Push(String name, String json) {

	public Push {
		if (!name.matches("[a-z0-9-]+") || json.isBlank()) {
			throw new IllegalArgumentException("Not a push: '" + name + "'");
		}
	}

}
