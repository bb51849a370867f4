package org.buranakan.hub.view;

/**
 * Which page of a list is asked for: {@code page} from 0, {@code size} from 1 to 500.
 */
public record Window(int page, int size) {

	private static final int LARGEST = 500;

	public Window {
		if (page < 0) {
			throw new BadParameter("page", Integer.toString(page), "0, 1, 2 …", "0, 1, 2 …");
		}
		if (size < 1 || size > LARGEST) {
			throw new BadParameter("size", Integer.toString(size), "1–500", "1 to 500");
		}
	}

	long offset() {
		return (long) this.page * this.size;
	}

}
