/**
 * The schema registry, reached through the Confluent Schema Registry REST API
 * (Confluent's own; Apicurio's under {@code /apis/ccompat/v7}; Karapace's; Redpanda's).
 * <p>
 * {@link org.buranakan.schemas.registry.SchemaRegistry} is what producers and consumers
 * use: it looks up and caches, and cannot register.
 * {@link org.buranakan.schemas.registry.Registrar} registers, for the deployment step
 * alone. Both are built from {@link org.buranakan.schemas.registry.RegistryAddress} and
 * need no Spring context. Every failure is one of the cases of
 * {@link org.buranakan.schemas.registry.RegistryException}.
 */
@NullMarked
package org.buranakan.schemas.registry;

import org.jspecify.annotations.NullMarked;
