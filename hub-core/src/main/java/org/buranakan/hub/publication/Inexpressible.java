package org.buranakan.hub.publication;

import java.io.Serial;

/** A row whose values its contract does not hold, such as a sum beyond a long. */
final class Inexpressible extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	Inexpressible(String message) {
		super(message);
	}

}
