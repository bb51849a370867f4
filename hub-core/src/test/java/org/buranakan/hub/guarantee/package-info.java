/**
 * What the hub guarantees (DESIGN, invariants 1 to 7), against the real parts: judged
 * after faults of every kind (the fault campaign), and each as tests of what is its own.
 * The oracle says what is right.
 */
@NullMarked
package org.buranakan.hub.guarantee;

import org.jspecify.annotations.NullMarked;
