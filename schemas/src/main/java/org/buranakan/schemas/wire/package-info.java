/**
 * Values on the wire: the Confluent format (a zero byte, the schema id in four bytes, the
 * Avro body).
 * <p>
 * {@link org.buranakan.schemas.wire.ContractSerializer} and
 * {@link org.buranakan.schemas.wire.ContractDeserializer} are ordinary client
 * configuration ({@code value.serializer}, {@code value.deserializer},
 * {@code schema.registry.url}, and {@code basic.auth.user.info} where the registry asks
 * for it). The serializer never registers.
 * {@link org.buranakan.schemas.wire.RecordDecoder} is for consumers that must go on after
 * a bad value: it returns a {@link org.buranakan.schemas.wire.Decoding} and throws only
 * while the registry cannot be asked, so that an outage holds work back and rejects
 * nothing.
 */
@NullMarked
package org.buranakan.schemas.wire;

import org.jspecify.annotations.NullMarked;
