/**
 * What the connectors know of areas, organisations and code lists: topic
 * {@code hub.reference} in, {@link org.buranakan.connectors.mapping.Reference} out. Read
 * to its end before any source may start, and followed from then on. While nothing is
 * there of a kind that a hosted profile needs, no source starts: whatever they offered
 * would be refused.
 */
@NullMarked
package org.buranakan.connectors.reference;

import org.jspecify.annotations.NullMarked;
