/**
 * Keeps a connector of Debezium's registered with a Kafka Connect worker, over its REST
 * API. What the connector is to do is its owner's: an agency's capture, or the hub's
 * outbox.
 */
@NullMarked
package org.buranakan.schemas.connect;

import org.jspecify.annotations.NullMarked;
