/**
 * A Kafka client that none of us wrote (npm's kafkajs with its Confluent registry client,
 * under {@code src/test/node}) meets the topics of the catalogue.
 */
@NullMarked
package org.buranakan.run.foreign;

import org.jspecify.annotations.NullMarked;
