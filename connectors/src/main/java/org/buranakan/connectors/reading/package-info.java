/**
 * How one offered value (a cell, a column, a JSON value) becomes a value of the
 * contracts, or an {@link org.buranakan.connectors.reading.Objection} with a code, a
 * reason and a remedy in Thai and English.
 * <p>
 * Readers are pure: what they know of areas and code lists is handed to them as
 * {@link org.buranakan.connectors.reading.KnownAreas} and
 * {@link org.buranakan.connectors.reading.KnownCodes}. They know no source, no profile
 * and no Kafka. Years of the Buddhist and the common era are told apart by
 * {@link org.buranakan.connectors.reading.CalendarYear} alone; what could be either is
 * refused with both readings shown.
 */
@NullMarked
package org.buranakan.connectors.reading;

import org.jspecify.annotations.NullMarked;
