/**
 * What lets others check the hub: the schema of the view as something that can be built
 * again, and its fingerprint; and the logs in which they put on record what they did. The
 * view, and with it the fingerprint, is a function of the agencies' logs, the acts of
 * auditors and operators, {@code hub.reference} and {@code hub.clock}.
 *
 * <p>
 * The fingerprint is a SHA-256 over UTF-8 text. Per table, in the order of their names:
 * {@code T}, the name, a line feed. Per row, in the order of its identity by code point:
 * {@code R}, its values, a line feed. A value is its length in bytes of UTF-8, a colon
 * and the value; a missing one is {@code -}. Numbers are decimal, truth values
 * {@code true} and {@code false}, dates ISO 8601, instants microseconds since 1970 in
 * decimal. A list is its number of items followed by the items as further values; a
 * missing list is {@code -}; a map is a list of keys and values in the order of the keys,
 * indicators are a list of code, unit, target and actual of each. Columns are those of
 * {@link org.buranakan.hub.audit.CanonicalFacts}, in its order: content first, then the
 * lineage (topic, offset, event id). No database ids, no time zones, no collations.
 */
@NullMarked
package org.buranakan.hub.audit;

import org.jspecify.annotations.NullMarked;
