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
 * before they were read, reading begins at a snapshot that the topic still holds, or not
 * at all.
 * <p>
 * Nothing is lost unnoticed: {@link org.buranakan.connectors.source.cdc.Reconciliation}
 * holds Debezium's count of each transaction
 * ({@link org.buranakan.connectors.source.cdc.TransactionCounts}) against what was read;
 * and whenever Debezium began anew, a count did not come out, or a day has passed,
 * {@link org.buranakan.connectors.source.cdc.Verification} has it read every row once
 * more beside the stream, asked through {@code raw.<agency>.signal}. Until that is done
 * health is DOWN with the reason. What is read again is published only once the stream
 * has come past it, because it overtakes changes that are on their way; and an entity is
 * withdrawn only if all rows arrived that Debezium counted and each tells whom it is of,
 * because Debezium's signals and its stream run on two threads that disturb one another
 * now and then (a scan then fails or ends too soon, and is asked for again). Only the
 * columns that the profile reads leave the database. Where Debezium's place in the
 * database's log is lost, {@link org.buranakan.connectors.source.cdc.CaptureWatch} has it
 * begin with a snapshot.
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
