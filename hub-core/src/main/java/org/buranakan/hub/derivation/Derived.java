package org.buranakan.hub.derivation;

/**
 * Rows that are a function of committed facts, reference and the business date alone.
 *
 * <p>
 * Implementations read and write through the caller's transaction, write set-based, and
 * change a row only where its content changes, so that deriving again is without effect.
 */
public interface Derived {

	/**
	 * Makes the rows that depend on these keys equal to what the facts say now.
	 * @param keys what may have changed
	 * @return how many rows were written, changed or removed
	 */
	int derive(DirtyKeys keys);

}
