/**
 * What the hub guarantees (DESIGN, invariants 1 to 7), each as a class of tests against
 * the real parts. The oracle says what is right.
 */
@NullMarked
package org.buranakan.hub.guarantee;

import org.jspecify.annotations.NullMarked;
