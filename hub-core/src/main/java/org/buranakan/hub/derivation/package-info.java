/**
 * Keeps derived rows equal to what the committed facts say, off the intake path.
 *
 * <p>
 * In: table {@code view.dirty}, to which intake appends what its facts touch. Out: a call
 * of every {@link org.buranakan.hub.derivation.Derived}, in one transaction with the
 * keys' removal, and rows of {@code hub.change} for what it changed. Uses PostgreSQL
 * only; knows none of the rows that are derived.
 */
@NullMarked
package org.buranakan.hub.derivation;

import org.jspecify.annotations.NullMarked;
