package org.buranakan.hub.publication;

import org.jspecify.annotations.Nullable;

/**
 * What one pass of the publication did.
 *
 * @param rows how many were written
 * @param more whether there is more to do at once
 * @param held why nothing may be written now; null where it may
 */
record Published(int rows, boolean more, @Nullable String held) {

	static final Published NOTHING = new Published(0, false, null);

	static Published held(String why) {
		return new Published(0, false, why);
	}

}
