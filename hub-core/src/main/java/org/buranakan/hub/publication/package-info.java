/**
 * Publishes the integrated view to {@code hub.view.plan}, {@code .activity},
 * {@code .budget}, {@code .area} and {@code .finding}.
 *
 * <p>
 * In: facts and derived rows as they stand committed, all of one snapshot. Between: table
 * {@code hub.outbox}, from whose write-ahead log Debezium takes what is to be written,
 * byte for byte; {@code hub.published_row} says what was. Out: one record per row that
 * differs from what its topic shows, with the batch (the hub's commit) it belongs to, and
 * a tombstone for a row that is gone. A row and its publication are one commit, so
 * nothing is lost or doubled whenever a process dies; a backlog is published as what it
 * came to: of several changes of a row only the newest state. What was folded or derived
 * again without another result publishes nothing.
 *
 * <p>
 * Follows logs and {@code hub.change}; neither intake nor derivation waits for it. Uses
 * PostgreSQL, the schema registry and Kafka Connect's REST API; speaks no Kafka itself.
 * Where {@code hub.publication.connect} is not set, nothing is published: a hub beside
 * the one whose view the topics show.
 */
@NullMarked
package org.buranakan.hub.publication;

import org.jspecify.annotations.NullMarked;
