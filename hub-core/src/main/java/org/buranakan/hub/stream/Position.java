package org.buranakan.hub.stream;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in each of several logs. As text it is the event id of the stream, opaque to
 * clients: {@code activity:40,area:7,budget:0,finding:3,hub:7712-9,plan:12,of:1f0a7c2e}.
 *
 * @param of a mark of Kafka's ids of the topics that the places are in: a topic that was
 * created again is another one; empty where there are none
 */
record Position(Map<String, Place> places, String of) {

	private static final String OF = "of";

	private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}");

	/** Longer ids are none of ours. */
	private static final int LONGEST = 300;

	Position {
		places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
	}

	/** In logs that are no topics. */
	Position(Map<String, Place> places) {
		this(places, "");
	}

	static Optional<Position> parse(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		Map<String, Place> places = new HashMap<>();
		String of = "";
		for (String part : text.split(",", -1)) {
			int colon = part.indexOf(':');
			String value = part.substring(colon + 1);
			boolean isMark = part.startsWith(OF + ":");
			Optional<Place> place = Place.parse(value);
			if (isMark ? !MARK.matcher(value).matches() : (colon < 1 || place.isEmpty())) {
				return Optional.empty();
			}
			if (isMark) {
				of = value;
			}
			else {
				place.ifPresent((known) -> places.put(part.substring(0, colon), known));
			}
		}
		return Optional.of(new Position(places, of));
	}

	/** Whether it is of the same logs. */
	boolean isComparable(Position other) {
		return this.places.keySet().equals(other.places.keySet()) && this.of.equals(other.of);
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
		return new Position(moved, this.of);
	}

	/** The same places in other topics. */
	Position in(String topics) {
		return new Position(this.places, topics);
	}

	@Override
	public String toString() {
		return this.places.entrySet()
			.stream()
			.map((place) -> place.getKey() + ":" + place.getValue())
			.collect(Collectors.joining(",", "", this.of.isEmpty() ? "" : "," + OF + ":" + this.of));
	}

}
