/**
 * The deployment step: makes Kafka and the registry what the catalogue says. The only
 * place that creates users, topics and rights, and the only one that registers contracts.
 * Running it again changes nothing; running it after the catalogue or the agencies have
 * grown adds what is missing, and withdraws rights that the catalogue no longer gives. It
 * lets nobody in again who was revoked.
 * <p>
 * {@link org.buranakan.schemas.provision.Provisioning} takes a
 * {@link org.buranakan.schemas.provision.Landscape} and returns what it found or made as
 * {@link org.buranakan.schemas.provision.Provisioned};
 * {@link org.buranakan.schemas.provision.LogReferences} then records the topics' ids in
 * {@code hub.reference}, where the hub learns which logs to trust.
 */
@NullMarked
package org.buranakan.schemas.provision;

import org.jspecify.annotations.NullMarked;
