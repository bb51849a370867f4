/**
 * An agency's own PostgreSQL database as a source. In: {@code raw.<agency>.<schema>.} and
 * the table's name, one topic per table that the agency's profile names, written by
 * Debezium in the agency's Kafka Connect worker. Out: rows for {@code mapping}, whose
 * outcomes go to {@code publish}; raw offsets are committed only after the publisher's
 * acknowledgement.
 * <p>
 * Per agency in {@code buranakan.capture.agencies} one
 * {@link org.buranakan.connectors.source.cdc.CapturedDatabase}:
 * {@link org.buranakan.connectors.source.cdc.Capture} says what Debezium is asked to do,
 * {@link org.buranakan.connectors.source.cdc.CaptureWatch} keeps it asked;
 * {@link org.buranakan.connectors.source.cdc.ChangeIntake} reads what it writes, by way
 * of {@link org.buranakan.connectors.source.cdc.ChangeReader} and
 * {@link org.buranakan.connectors.source.cdc.Translation}. Debezium creates the raw
 * topics as the catalogue keeps them, so a table may have none yet. Where changes expired
 * before they were read, or a topic was made anew, reading begins with what is kept, and
 * that is a doubt.
 * <p>
 * Nothing is lost unnoticed: {@link org.buranakan.connectors.source.cdc.Reconciliation}
 * holds Debezium's count of each transaction
 * ({@link org.buranakan.connectors.source.cdc.TransactionCounts}) against what was read;
 * and whenever Debezium began anew, records are gone, a count did not come out, a day has
 * passed, or the agency asks ({@code POST /v1/verification}),
 * {@link org.buranakan.connectors.source.cdc.Verification} has every row compared with
 * what was published ({@link org.buranakan.connectors.source.cdc.Comparison}). Until that
 * is done health is DOWN with the reason. It reads the database itself
 * ({@link org.buranakan.connectors.source.cdc.SourceSnapshot}), in one read-only
 * transaction that it holds open until the stream has come past it; a row of which a
 * change tells that the snapshot does not show, by the number of its transaction, is left
 * to that change. Debezium's own snapshots beside the stream are not used: their reader
 * and the stream's share one JDBC connection on two threads (dbz#2055, DBZ-8674), so that
 * values of one row get into another. Nothing is withdrawn unless every table was read
 * and each of its rows tells whom it is of. Only the columns that the profile reads leave
 * the database. Where Debezium's place in the database's log is lost,
 * {@link org.buranakan.connectors.source.cdc.CaptureWatch} has it begin with a snapshot.
 * <p>
 * A row speaks for itself: what an event needs stands in one row, lists as arrays or
 * JSON. So nothing is joined, and the order of one topic is the order of the commits. A
 * table needs {@code REPLICA IDENTITY FULL} where values may be long, or where entities
 * are keyed by other columns than the primary key; and its owner puts it into the
 * publication.
 */
@NullMarked
package org.buranakan.connectors.source.cdc;

import org.jspecify.annotations.NullMarked;
