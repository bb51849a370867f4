/**
 * The hub's commands: {@code audit replay}, {@code audit act} and {@code audit accept}
 * ask a running hub over HTTP, as anybody may; an act is written to the actor's own topic
 * with the actor's own login, and never through the hub. {@code person} says who may sign
 * in, on the hub's database.
 */
@NullMarked
package org.buranakan.hub.command;

import org.jspecify.annotations.NullMarked;
