package org.buranakan.hub.derivation;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are a function of committed facts, reference and the business date alone.
 *
 * <p>
 * Implementations write set-based, name the view's tables without a schema, and change a
 * row only where its content changes, so that deriving again is without effect.
 */
public interface Derived {

	/**
	 * Makes the rows that depend on these keys equal to what the facts say now.
	 * @param view the copy of the view to read and write, within the caller's transaction
	 * @param keys what may have changed
	 * @return how many rows were written, changed or removed
	 */
	int derive(JdbcClient view, DirtyKeys keys);

}
