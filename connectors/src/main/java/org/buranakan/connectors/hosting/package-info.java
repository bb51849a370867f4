/**
 * The agencies that this process publishes for: one in production, several in the
 * embedded run. Configuration {@code buranakan.connectors} in;
 * {@link org.buranakan.connectors.hosting.HostedAgency} for the sources out; health is
 * DOWN when a source, the reference data or a publisher has died.
 */
@NullMarked
package org.buranakan.connectors.hosting;

import org.jspecify.annotations.NullMarked;
