/**
 * An agency's side of the hub: it reads the agency's own system and publishes events on
 * the agency's own topics, and nothing else.
 * <p>
 * {@code source} by kind hands rows to {@code mapping}, which asks {@code reading} and
 * {@code reference}; {@code publish} is the only producer. One process hosts one agency
 * in production, several in the embedded run.
 */
@NullMarked
package org.buranakan.connectors;

import org.jspecify.annotations.NullMarked;
