/**
 * From the agencies' topics, the acts of auditors and operators, {@code hub.reference}
 * and {@code hub.clock} to committed facts.
 *
 * <p>
 * One poll is one PostgreSQL transaction: every record is judged on what it and its own
 * entity's log say ({@code Judge}), folded per entity in memory ({@code Fold}), and
 * written set-based together with its history, its rejection, the dirty keys, the change
 * rows and the next offset of its log, which advances only where offset and owner epoch
 * are the expected ones ({@code Commit}, {@code Logs}). Tables out: {@code hub.log},
 * {@code hub.history}, {@code hub.rejection}, {@code hub.refusal}, {@code hub.change},
 * {@code dirty}, and through the projections handed in
 * ({@link org.buranakan.hub.intake.Projection}) the fact tables. Topic out:
 * {@code hub.rejected}. Knows no projection. {@code Refold} takes the same way once more
 * for auditors, into another copy of the fact tables and into nothing durable: there an
 * entity's row is written when memory is full, not once a batch ({@code Gathering}). An
 * {@code Outbox} publishes rejections; it is there for others whose committed rows go to
 * a topic of the hub's own once each.
 *
 * <p>
 * A log of an agency's family is read once {@code hub.reference} names its topic id;
 * {@code hub.reference} alone is taken as it is first found. Kafka's committed offsets
 * are of no consequence: positions are in {@code hub.log}. The classic group protocol is
 * used because under the newer one a seek during assignment races with the first fetch.
 */
@NullMarked
package org.buranakan.hub.intake;

import org.jspecify.annotations.NullMarked;
