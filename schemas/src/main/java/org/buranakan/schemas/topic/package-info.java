/**
 * The topic catalogue: every topic of the hub, who writes it, who reads it, how long it
 * is kept and which contract its values follow; and the access rights that follow from
 * that.
 * <p>
 * {@link org.buranakan.schemas.topic.Topics} is the catalogue,
 * {@link org.buranakan.schemas.topic.Topic} one topic by name (built from an agency and a
 * family, or parsed back from its name), {@link org.buranakan.schemas.topic.Principal}
 * who may connect, {@link org.buranakan.schemas.topic.Rights} the access control lists
 * derived from all of it. Knows Kafka's resource types, touches no broker.
 */
@NullMarked
package org.buranakan.schemas.topic;

import org.jspecify.annotations.NullMarked;
