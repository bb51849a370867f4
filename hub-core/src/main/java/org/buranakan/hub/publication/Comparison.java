package org.buranakan.hub.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole families that are compared with what was published, a step at a time: a step is a
 * transaction, and whoever follows commits in their order waits for it.
 *
 * @param families one after the other
 * @param after the key up to which the first of them is compared, inclusive; empty before
 * its first
 */
record Comparison(List<RowFamily> families, String after) {

	/** Keys of a step. */
	static final int STEP = 2_000;

	static Comparison ofAll() {
		return new Comparison(Arrays.asList(RowFamily.values()), "");
	}

	boolean isDone() {
		return this.families.isEmpty();
	}

	/** The one that is compared now. */
	RowFamily family() {
		return this.families.getFirst();
	}

	/** With a family that has yet to be compared from its first key. */
	Comparison and(RowFamily family) {
		List<RowFamily> untouched = this.after.isEmpty() ? this.families
				: this.families.subList(1, this.families.size());
		if (untouched.contains(family)) {
			return this;
		}
		List<RowFamily> more = new ArrayList<>(this.families);
		more.add(family);
		return new Comparison(more, this.after);
	}

	/** Once these keys, the next ones, are compared. */
	Comparison past(List<String> keys) {
		return (keys.size() < STEP) ? new Comparison(this.families.subList(1, this.families.size()), "")
				: new Comparison(this.families, keys.getLast());
	}

	String[] codes() {
		return this.families.stream().map(RowFamily::code).toArray(String[]::new);
	}

}
