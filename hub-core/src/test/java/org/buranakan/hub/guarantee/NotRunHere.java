package org.buranakan.hub.guarantee;

/** The machine lacks what a fault needs. */
final class NotRunHere extends Exception {

	private static final long serialVersionUID = 1L;

	NotRunHere(String what) {
		super(what);
	}

}
