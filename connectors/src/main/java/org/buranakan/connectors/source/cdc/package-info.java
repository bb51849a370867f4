/**
 * An agency's own PostgreSQL database as a source. In: {@code raw.<agency>.<schema>.} and
 * the table's name, one topic per table that the agency's profile names, written by
 * Debezium in the agency's Kafka Connect worker. Out: rows for {@code mapping}, whose
 * outcomes go to {@code publish}; raw offsets are committed only after the publisher's
 * acknowledgement.
 * <p>
 * {@link org.buranakan.connectors.source.cdc.Capture} says what Debezium is asked to do
 * and {@link org.buranakan.connectors.source.cdc.CaptureRegistration} asks it;
 * {@link org.buranakan.connectors.source.cdc.ChangeReader} reads what it writes. One row
 * speaks for itself: what an event needs stands in one row, lists as arrays or JSON. So
 * nothing is joined, and the order of one topic is the order of the commits.
 * <p>
 * A captured table needs {@code REPLICA IDENTITY FULL} where values may be long or
 * entities are keyed by other columns than the primary key.
 */
@NullMarked
package org.buranakan.connectors.source.cdc;

import org.jspecify.annotations.NullMarked;
