/**
 * The stream of changes: what changes in the view, as it happens.
 *
 * <p>
 * In: topics {@code hub.view.*}, read to the last transaction, where this hub publishes;
 * {@code hub.change} for what no topic shows (counters of agencies, answers, reference,
 * the business date), and for everything in a hub that publishes nothing. Out:
 * server-sent events under {@code /api/v1/stream}. Writes nothing. Besides intake and
 * audit the only package that speaks Kafka.
 *
 * <p>
 * An event says what changed and in which commit of the hub; whoever then asks REST sees
 * that commit whole, or a later one. Its id is a position in each log, so that any hub,
 * and the same after a restart, goes on behind it. One reader per log serves all clients:
 * they are places in one list of what came last, kept in memory. Who has fallen out of
 * it, comes back after longer than it reaches, or brings a position that is none, is told
 * to read anew ({@code reset}).
 */
@NullMarked
package org.buranakan.hub.stream;

import org.jspecify.annotations.NullMarked;
