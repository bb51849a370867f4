/**
 * The embedded run: everything of Buranakan on one machine, from real parts, with the
 * pilot's seven agencies publishing through their connectors.
 * <p>
 * {@link org.buranakan.run.EmbeddedRun} starts the platform, takes the deployment steps
 * (users, topics, rights, schemas, reference data), starts the hub and the connectors as
 * two Spring contexts in this process, and then plays the agencies' own systems: it fills
 * CODI's database, drops the zones' files, and sends the centres' documents over HTTP.
 * May use every other module; nothing uses it.
 */
@NullMarked
package org.buranakan.run;

import org.jspecify.annotations.NullMarked;
