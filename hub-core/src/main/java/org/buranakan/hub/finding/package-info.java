/**
 * Findings (ข้อสังเกต): what the integrated view shows that a person should look at, in
 * neutral words.
 *
 * <p>
 * In: facts, reference and the business date, through one statement per rule. Out: tables
 * {@code view.finding} (what holds) and {@code hub.resolved_finding} (what held once),
 * the endpoint {@code /findings}. Where a finding stands (open, answered, acknowledged,
 * dismissed) is told when it is read, from what agencies answered and from the acts of
 * auditors and operators: an act holds for the finding's id and its content, so that a
 * finding whose records change is open again and shows what was said of it before. Uses
 * derivation, which says what to compute again, view, and audit for the fingerprint.
 */
@NullMarked
package org.buranakan.hub.finding;

import org.jspecify.annotations.NullMarked;
