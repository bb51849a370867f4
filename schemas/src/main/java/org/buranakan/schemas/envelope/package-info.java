/**
 * What every agency's event has around its content: who, what, which revision, when, from
 * where.
 * <p>
 * {@link org.buranakan.schemas.envelope.EntityId} and
 * {@link org.buranakan.schemas.envelope.EventId} are identities;
 * {@link org.buranakan.schemas.envelope.Envelope} reads the eight leading fields that all
 * families share; {@link org.buranakan.schemas.envelope.CloudEvent} writes the
 * CloudEvents 1.0 headers of binary mode; {@link org.buranakan.schemas.envelope.Verified}
 * is the verdict whether topic, key, headers and value agree about the agency.
 */
@NullMarked
package org.buranakan.schemas.envelope;

import org.jspecify.annotations.NullMarked;
