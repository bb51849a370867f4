package org.buranakan.hub.actionplan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.buranakan.hub.actionplan.ActionItem.Place;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Several in one cell. */
class ListingTests {

	private static final Named RAYONG = named("21", "ระยอง");

	@Test
	void areasOfOneNameAreToldApartAndOneAreaStandsThereOnce() {
		List<Place> places = List.of(place("210101", "บ้านใหม่", named("2101", "เมือง"), RAYONG),
				place("210201", "บ้านใหม่", named("2102", "แกลง"), RAYONG),
				place("210201", "บ้านใหม่", named("2102", "แกลง"), RAYONG), place("2103", "บ้านค่าย", null, RAYONG));
		assertThat(Listing.places(places)).isEqualTo("บ้านใหม่ (เมือง, ระยอง); บ้านใหม่ (แกลง, ระยอง); บ้านค่าย");
		assertThat(Listing.codes(places)).isEqualTo("210101; 210201; 2103");
		assertThat(Listing.provinces(places)).isEqualTo("ระยอง");
		assertThat(Listing.of(Stream.of(named("a", "เครือข่าย"), named("b", "เครือข่าย")), "องค์กร"))
			.isEqualTo("เครือข่าย (a); เครือข่าย (b)");
	}

	@Test
	void whatDoesNotFitIntoACellIsCutAtWholeNamesAndCounted() {
		List<Place> places = IntStream.range(0, 7_000)
			.mapToObj((i) -> place("%06d".formatted(i), "ตำบล" + i, named("%04d".formatted(i / 10), "อำเภอ"), RAYONG))
			.toList();
		String cell = Listing.places(places);
		assertThat(cell).hasSizeBetween(32_600, 32_767).startsWith("ตำบล0; ตำบล1; ");
		String[] names = cell.split("; ", -1);
		assertThat(names[names.length - 1]).isEqualTo("และอีก " + (7_000 - names.length + 1) + " พื้นที่");
		assertThat(names[names.length - 2]).isEqualTo("ตำบล" + (names.length - 2));
	}

	private static Place place(String code, String name, @Nullable Named amphoe, Named province) {
		return new Place(code, new Text(name, null), amphoe, province);
	}

	private static Named named(String code, String name) {
		return new Named(code, new Text(name, null));
	}

}
