package org.buranakan.hub.view;

/**
 * Something asked for by an id that the view does not hold; answered as problem
 * {@code not-found}.
 */
public final class Unknown extends RuntimeException {

	public Unknown(String what, String id) {
		super("There is no %s `%s` in the view.".formatted(what, id));
	}

}
