package org.buranakan.pilot.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who does what, where and when, so that nothing coincides unless a story wants it to.
 */
final class Calendar {

	private final Map<String, List<Entry>> entries = new HashMap<>();

	/**
	 * Takes the days for the agency, unless another one has some of them for the same
	 * kind of activity in the area.
	 */
	boolean take(String agency, String kind, String area, LocalDate from, LocalDate to) {
		List<Entry> there = this.entries.computeIfAbsent(area + " " + kind, (key) -> new ArrayList<>());
		if (there.stream().anyMatch((entry) -> entry.isInTheWay(agency, from, to))) {
			return false;
		}
		there.add(new Entry(agency, from, to));
		return true;
	}

	private record Entry(String agency, LocalDate from, LocalDate to) {

		boolean isInTheWay(String other, LocalDate first, LocalDate last) {
			return !this.agency.equals(other) && !first.isAfter(this.to) && !this.from.isAfter(last);
		}

	}

}
