package org.buranakan.hub.actionplan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.hub.actionplan.ActionItem.Place;
import org.buranakan.hub.view.Named;

/**
 * What one cell says of several: each once by its code, told apart where two are called
 * the same, and no more than a cell takes.
 */
final class Listing {

	/** Of UTF-16, as Excel counts it. */
	private static final int LONGEST = 32_767;

	private static final String SEPARATOR = "; ";

	/** For the words that say how many were left out. */
	private static final int REST = 60;

	private Listing() {
	}

	static String places(List<Place> places) {
		return text(named(places.stream(), Place::code, (place) -> place.name().th(), Listing::whereabouts), "พื้นที่");
	}

	static String provinces(List<Place> places) {
		return of(places.stream().map(Place::province), "จังหวัด");
	}

	static String codes(List<Place> places) {
		return text(places.stream().map(Place::code).distinct().toList(), "พื้นที่");
	}

	static String of(Stream<Named> named, String what) {
		return text(named(named, Named::code, Wording.TH::name, Named::code), what);
	}

	/** The whole, or as many as fit and how many more of what there are. */
	static String text(List<String> texts, String what) {
		String whole = String.join(SEPARATOR, texts);
		if (whole.length() <= LONGEST) {
			return whole;
		}
		StringBuilder cut = new StringBuilder();
		int taken = 0;
		while (cut.length() + texts.get(taken).length() + SEPARATOR.length() <= LONGEST - REST) {
			cut.append(texts.get(taken++)).append(SEPARATOR);
		}
		return cut + "และอีก " + (texts.size() - taken) + " " + what;
	}

	private static <T> List<String> named(Stream<T> things, Function<T, String> code, Function<T, String> name,
			Function<T, String> apart) {
		Map<String, T> once = things
			.collect(Collectors.toMap(code, Function.identity(), (first, second) -> first, LinkedHashMap::new));
		Map<String, Long> called = once.values().stream().collect(Collectors.groupingBy(name, Collectors.counting()));
		return once.values()
			.stream()
			.map((thing) -> (called.getOrDefault(name.apply(thing), 0L) > 1)
					? name.apply(thing) + " (" + apart.apply(thing) + ")" : name.apply(thing))
			.toList();
	}

	private static String whereabouts(Place place) {
		return Stream.concat(Stream.ofNullable(place.amphoe()), Stream.of(place.province()))
			.map(Wording.TH::name)
			.collect(Collectors.joining(", "));
	}

}
