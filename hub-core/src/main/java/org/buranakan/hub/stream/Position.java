package org.buranakan.hub.stream;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A place in each of several logs. As text it is the event id of the stream, opaque to
 * clients: {@code activity:40,area:7,budget:0,finding:3,hub:7712-9,plan:12}.
 */
record Position(Map<String, Place> places) {

	/** Longer ids are none of ours. */
	private static final int LONGEST = 300;

	Position {
		places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
	}

	static Optional<Position> parse(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		Map<String, Place> places = new HashMap<>();
		for (String part : text.split(",", -1)) {
			int colon = part.indexOf(':');
			Optional<Place> place = Place.parse(part.substring(colon + 1));
			if (colon < 1 || place.isEmpty()) {
				return Optional.empty();
			}
			places.put(part.substring(0, colon), place.get());
		}
		return Optional.of(new Position(places));
	}

	/** Whether it is of the same logs. */
	boolean isComparable(Position other) {
		return this.places.keySet().equals(other.places.keySet());
	}

	/** Whether it is not ahead of the other one in any log. */
	boolean isWithin(Position other) {
		return this.places.entrySet().stream().allMatch((place) -> other.covers(place.getKey(), place.getValue()));
	}

	/** Whether it is at that place of the log, or behind it. */
	boolean covers(String log, Place place) {
		return place(log).compareTo(place) >= 0;
	}

	Place place(String log) {
		return Objects.requireNonNull(this.places.get(log));
	}

	Position with(String log, Place place) {
		Map<String, Place> moved = new HashMap<>(this.places);
		moved.put(log, place);
		return new Position(moved);
	}

	@Override
	public String toString() {
		return this.places.entrySet()
			.stream()
			.map((place) -> place.getKey() + ":" + place.getValue())
			.collect(Collectors.joining(","));
	}

}
