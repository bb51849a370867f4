/**
 * Areas and what the integrated view knows of them.
 *
 * <p>
 * In: the facts of plans, activities, postings and complaints, and reference. Out: tables
 * {@code view.area_summary}, {@code view.area_stage} and {@code view.budget_summary}, the
 * endpoint {@code /areas}. Uses derivation, which says what to compute again, view, and
 * audit for the fingerprint.
 */
@NullMarked
package org.buranakan.hub.area;

import org.jspecify.annotations.NullMarked;
