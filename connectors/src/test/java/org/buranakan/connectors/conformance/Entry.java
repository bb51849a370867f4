package org.buranakan.connectors.conformance;

import java.util.List;
import java.util.stream.IntStream;

/** What an agency holds in whatever system it has: one activity. */
public record Entry(String id, String title, String area, String date) {

	public static Entry good(String id) {
		return new Entry(id, "อบรมตำบล " + id, "110103", "24/01/2565");
	}

	/** In the year 2656, whichever era it is taken for. */
	public static Entry bad(String id) {
		return good(id).on("24/01/2656");
	}

	public static List<Entry> good(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((number) -> good("A-" + number)).toList();
	}

	Entry titled(String other) {
		return new Entry(this.id, other, this.area, this.date);
	}

	Entry in(String other) {
		return new Entry(this.id, this.title, other, this.date);
	}

	Entry on(String other) {
		return new Entry(this.id, this.title, this.area, other);
	}

}
