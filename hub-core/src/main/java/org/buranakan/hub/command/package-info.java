/**
 * The hub's commands: {@code audit replay}. They ask a running hub over HTTP, as anybody
 * may, and use nothing else of it.
 */
@NullMarked
package org.buranakan.hub.command;

import org.jspecify.annotations.NullMarked;
