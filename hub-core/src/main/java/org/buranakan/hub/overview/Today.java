package org.buranakan.hub.overview;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The business date and the fiscal year that it lies in; both null before the first date
 * is stated.
 *
 * @param fiscalYear of the Buddhist era
 */
record Today(@Nullable LocalDate businessDate, @Nullable Integer fiscalYear) {

}
