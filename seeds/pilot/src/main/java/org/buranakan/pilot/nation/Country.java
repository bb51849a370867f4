package org.buranakan.pilot.nation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * The 77 provinces with the official codes of their 7,451 tambons (Department of
 * Provincial Administration). Amphoe and tambons are called by their codes.
 */
final class Country {

	private final Map<String, LocalizedText> names = new TreeMap<>();

	private final Map<String, List<String>> tambons = new TreeMap<>();

	/** So many of them, in the order of their codes. */
	Country(int provinces) {
		rows().limit(provinces).forEach(this::add);
		if (this.names.size() != provinces) {
			throw new IllegalArgumentException("From 1 to " + this.names.size() + " provinces, not " + provinces);
		}
	}

	List<String> provinces() {
		return List.copyOf(this.names.keySet());
	}

	/** Of a province, in the order of their codes. */
	List<String> tambons(String province) {
		return Objects.requireNonNull(this.tambons.get(province), province);
	}

	/** In which a tambon lies. */
	static String amphoe(String tambon) {
		return tambon.substring(0, 4);
	}

	LocalizedText name(String province) {
		return Objects.requireNonNull(this.names.get(province), province);
	}

	Stream<ReferenceRecorded> reference() {
		return provinces().stream().flatMap((province) -> {
			List<String> amphoe = new ArrayList<>(
					new TreeSet<>(tambons(province).stream().map(Country::amphoe).toList()));
			return Stream
				.of(Stream.of(Papers.reference("area", province, name(province), Map.of("level", "province"))),
						amphoe.stream().map((code) -> area(code, "อำเภอ", "Amphoe", "amphoe", province)),
						tambons(province).stream().map((code) -> area(code, "ตำบล", "Tambon", "tambon", amphoe(code))))
				.flatMap((some) -> some);
		});
	}

	private static ReferenceRecorded area(String code, String th, String en, String level, String parent) {
		ReferenceRecorded area = Papers.reference("area", code, new LocalizedText(th + " " + code, en + " " + code),
				Map.of("level", level));
		return ReferenceRecorded.newBuilder(area).setParent(parent).build();
	}

	private void add(String row) {
		String[] fields = row.split(",", 4);
		this.names.put(fields[0], new LocalizedText(fields[1], fields[2]));
		this.tambons.put(fields[0],
				Stream.of(fields[3].split(" ", -1)).flatMap((part) -> tambons(fields[0], part)).toList());
	}

	/** {@code 01:1-3+5}: tambons 1, 2, 3 and 5 of the amphoe 01. */
	private static Stream<String> tambons(String province, String part) {
		String amphoe = province + part.substring(0, 2);
		return Stream.of(part.substring(3).split("\\+", -1)).flatMap((range) -> {
			String[] ends = range.split("-", 2);
			return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
				.mapToObj((number) -> amphoe + (number / 10) + number % 10);
		});
	}

	private static Stream<String> rows() {
		try (BufferedReader file = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(Country.class.getResourceAsStream("/pilot/nation/provinces.csv")),
				StandardCharsets.UTF_8))) {
			return file.lines().skip(1).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
