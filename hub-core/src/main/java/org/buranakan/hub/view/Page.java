package org.buranakan.hub.view;

import java.util.List;

/**
 * One page of a list in its stable order; {@code total} counts the whole filter.
 */
public record Page<T>(List<T> items, int page, int size, long total) {

	public Page {
		items = List.copyOf(items);
	}

}
