/**
 * JSON pushed over HTTP as a source: {@code POST /v1/events} in, rows for {@code mapping}
 * out, whose outcomes go to {@code publish}; the answer is given only after everything is
 * durable. {@code GET /v1/refusals} shows an agency's officer what is still refused.
 * <p>
 * A body is one JSON object, an array of them, or one after the other (NDJSON). An object
 * with a list {@code items} is a document; each item says in {@code type} which source of
 * the profile it belongs to. A body may be gzip. A bearer token is bound to one agency.
 */
@NullMarked
package org.buranakan.connectors.source.push;

import org.jspecify.annotations.NullMarked;
