package org.buranakan.hub.view;

/**
 * The hub has no room for this request at the moment; answered as problem
 * {@code unavailable}.
 */
public final class Busy extends IllegalStateException {

	public Busy(String message) {
		super(message);
	}

}
