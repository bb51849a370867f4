package org.buranakan.hub.derivation;

/**
 * What one pass of the derivation did.
 *
 * @param taken dirty keys
 * @param changed derived rows written, changed or removed
 * @param elsewhere whether another process is at it
 */
public record Pass(int taken, int changed, boolean elsewhere) {

	static Pass idle() {
		return new Pass(0, 0, false);
	}

	static Pass leftToAnother() {
		return new Pass(0, 0, true);
	}

}
