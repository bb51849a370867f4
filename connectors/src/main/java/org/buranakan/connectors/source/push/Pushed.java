package org.buranakan.connectors.source.push;

import tools.jackson.databind.JsonNode;

/**
 * One item of a request.
 *
 * @param pointer where it stands in the body (RFC 6901); values after one another count
 * as an array
 * @param document what holds it; the item itself where nothing does
 */
record Pushed(JsonNode item, String pointer, JsonNode document) {

	private static final String AGENCY = "agency";

	/** Whether the item or its document names another agency. */
	boolean speaksForAnother(String agency) {
		return !this.item.path(AGENCY).asString(agency).equals(agency)
				|| !this.document.path(AGENCY).asString(agency).equals(agency);
	}

}
