/**
 * How the hub's own work repeats itself: derivation and publication go round after round,
 * each on a thread of its own. Uses nothing of the hub.
 */
@NullMarked
package org.buranakan.hub.rounds;

import org.jspecify.annotations.NullMarked;
