/**
 * One suite that every kind of source runs against real Kafka and the real registry:
 * {@link org.buranakan.connectors.conformance.SourceConformance}.
 */
@NullMarked
package org.buranakan.connectors.conformance;

import org.jspecify.annotations.NullMarked;
