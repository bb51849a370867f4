/**
 * Areas and what the integrated view knows of them.
 *
 * <p>
 * In: the facts of plans, activities, postings and complaints, reference, and from
 * history the earlier revisions of plans. Out: tables {@code view.area_summary},
 * {@code view.area_stage}, {@code view.plan_first_said} and {@code view.budget_summary},
 * the endpoint {@code /areas}. Uses derivation, which says what to compute again, view,
 * and audit for the fingerprint.
 */
@NullMarked
package org.buranakan.hub.area;

import org.jspecify.annotations.NullMarked;
