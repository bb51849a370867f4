package org.buranakan.connectors.source.push;

import tools.jackson.databind.JsonNode;

/**
 * One item of a request.
 *
 * @param pointer where it stands in the body (RFC 6901); values after one another count
 * as an array
 */
record Pushed(JsonNode item, String pointer) {
}
