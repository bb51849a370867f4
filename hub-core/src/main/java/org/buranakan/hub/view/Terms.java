package org.buranakan.hub.view;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The checked terms of a search, by the names under which a statement binds them. A term
 * that was not given is bound as null; one that says nothing sensible is a
 * {@link BadParameter}.
 */
public final class Terms {

	private static final int BUDDHIST_ERA = 543;

	private static final Pattern AREA = Pattern.compile("\\d{2}(\\d{2}){0,2}");

	private static final Pattern PROVINCE = Pattern.compile("\\d{2}");

	private final Map<String, @Nullable Object> values = new HashMap<>();

	/** Two digits of the Department of Provincial Administration. */
	public Terms province(@Nullable String code) {
		return put("province", matching(PROVINCE, "province", code, "รหัสจังหวัด 2 หลัก", "a province's 2 digits"));
	}

	/** An area of any level. */
	public Terms area(@Nullable String code) {
		return put("area", matching(AREA, "area", code, "รหัสพื้นที่ 2, 4 หรือ 6 หลัก", "an area's 2, 4 or 6 digits"));
	}

	/**
	 * Labelled in the Buddhist era as people do; bound as the common-era year in which it
	 * ends.
	 */
	public Terms fiscalYear(@Nullable Integer label) {
		if (label != null && (label < 2500 || label > 2699)) {
			throw new BadParameter("fiscalYear", label.toString(), "ปีงบประมาณ พ.ศ. เช่น 2565",
					"a fiscal year of the Buddhist era, for example 2565");
		}
		return put("fiscalYear", (label != null) ? label - BUDDHIST_ERA : null);
	}

	/** Any of the symbols of an enumeration that a row may carry. */
	public <E extends Enum<E>> Terms status(@Nullable String status, Class<E> symbols) {
		return symbol("status", status, symbols);
	}

	/** Any of the symbols of an enumeration. */
	public <E extends Enum<E>> Terms symbol(String name, @Nullable String value, Class<E> symbols) {
		if (value != null
				&& Arrays.stream(symbols.getEnumConstants()).noneMatch((symbol) -> symbol.name().equals(value))) {
			String expected = Arrays.toString(symbols.getEnumConstants());
			throw new BadParameter(name, value, expected, "one of " + expected);
		}
		return put(name, value);
	}

	/** Thai or English text, compared after NFKC and without case. */
	public Terms text(@Nullable String text) {
		return put("q", (text == null || text.isBlank()) ? null
				: Normalizer.normalize(written("q", text).strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
	}

	/** Both days inclusive, in the common era. */
	public Terms period(@Nullable LocalDate from, @Nullable LocalDate to) {
		put("from", commonEra("from", from));
		put("to", commonEra("to", to));
		if (from != null && to != null && to.isBefore(from)) {
			throw new BadParameter("to", to.toString(), "ไม่ก่อน " + from, "not before " + from);
		}
		return this;
	}

	/** A code taken as it stands. */
	public Terms code(String name, @Nullable String value) {
		return put(name, (value == null || value.isBlank()) ? null : written(name, value));
	}

	/** Refuses what no keyboard writes and PostgreSQL does not take. */
	static String written(String name, String value) {
		if (value.chars().anyMatch(Character::isISOControl)) {
			throw new BadParameter(name, value.replaceAll("\\p{Cc}", "�"), "ข้อความที่ไม่มีอักขระควบคุม",
					"text without control characters");
		}
		return value;
	}

	Map<String, @Nullable Object> values() {
		return Collections.unmodifiableMap(this.values);
	}

	private Terms put(String name, @Nullable Object value) {
		this.values.put(name, value);
		return this;
	}

	private static @Nullable String matching(Pattern pattern, String name, @Nullable String value, String th,
			String en) {
		if (value != null && !pattern.matcher(value).matches()) {
			throw new BadParameter(name, value, th, en);
		}
		return value;
	}

	private static @Nullable LocalDate commonEra(String name, @Nullable LocalDate day) {
		if (day != null && (day.getYear() < 1900 || day.getYear() > 2200)) {
			throw new BadParameter(name, day.toString(), "วันที่ ค.ศ. เช่น 2022-01-24",
					"a common-era date, for example 2022-01-24");
		}
		return day;
	}

}
