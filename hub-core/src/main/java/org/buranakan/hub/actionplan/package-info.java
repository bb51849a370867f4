/**
 * The action plan (แผนปฏิบัติการ): organisation × area × time × money in the order of
 * time, and what people take away of it.
 *
 * <p>
 * In: facts and reference data. Out: {@code GET /api/v1/action-plan} as JSON, and by the
 * same filters as {@code .csv} and {@code .xlsx} that an office circulates and as
 * {@code .ics} for calendars, each written while it is read, from one snapshot. Writes
 * nothing to the database. Uses view.
 */
@NullMarked
package org.buranakan.hub.actionplan;

import org.jspecify.annotations.NullMarked;
