package org.buranakan.schemas.asyncapi;

import java.net.URI;

/**
 * Where the topics are to be had.
 *
 * @param bootstrap {@code host:port}, several with commas
 * @param encrypted whether TLS is spoken there
 * @param registry base of the schema registry's Confluent API
 */
public record Brokers(String bootstrap, boolean encrypted, URI registry) {

}
