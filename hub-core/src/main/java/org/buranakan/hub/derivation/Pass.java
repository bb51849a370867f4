package org.buranakan.hub.derivation;

/**
 * What one pass of the derivation did; nothing where another process is at it.
 *
 * @param taken dirty keys
 * @param changed derived rows written, changed or removed
 */
public record Pass(int taken, int changed) {

	static final Pass NOTHING = new Pass(0, 0);

}
