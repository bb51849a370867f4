package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that cannot be, whatever the field means: years outside 1800 to 2199
 * (common era, so that a Buddhist-era year is noticed), text that no database and no JSON
 * reader takes or whose bytes were no text, codes longer than any code, counts and
 * amounts beyond any (so that what the derivation adds up stays far from what a column
 * holds).
 */
final class Plausible {

	private static final int FIRST_YEAR = 1800;

	private static final int LAST_YEAR = 2199;

	private static final Instant FIRST_INSTANT = start(FIRST_YEAR);

	private static final Instant END_OF_INSTANTS = start(LAST_YEAR + 1);

	private static final int LONGEST_CODE = 300;

	private static final int LONGEST_TEXT = 20_000;

	/** More people, or complaints, than there are in the world is a mistake. */
	private static final long HIGHEST_COUNT = 1_000_000_000;

	/**
	 * Of satang and of indicators, either sign: ten million million baht, some three
	 * times what Thailand's whole budget is.
	 */
	private static final long HIGHEST_AMOUNT = 1_000_000_000_000_000L;

	private static final char BROKEN = '\ufffd';

	/** Fields of type string that hold text for people. */
	private static final Set<String> FREE_TEXT = Set.of("th", "en", "venue", "system", "container", "place", "field");

	private static final Set<String> YEARS = Set.of("fiscalYear");

	private static final Set<String> COUNTS = Set.of("participants", "participantsTarget", "received", "resolved",
			"pending");

	/** Any number that is no count, no amount and never added up. */
	private static final Set<String> ORDINALS = Set.of("revision", "planRevision");

	/** What a source offered and its connector refused may be anything. */
	private static final Set<String> IGNORED = Set.of("offered");

	/** Of what a map holds. */
	private static final Bounds TEXT = Bounds.of("th", 0);

	private static final Map<Schema, List<Bounds>> BOUNDS = new ConcurrentHashMap<>();

	private Plausible() {
	}

	/** The first field that has such a value; empty if none has. */
	static Optional<String> impossible(IndexedRecord record) {
		for (Bounds field : BOUNDS.computeIfAbsent(record.getSchema(), Plausible::bounds)) {
			if (!field.admit(record.get(field.position))) {
				return Optional.of("field " + field.name);
			}
		}
		return Optional.empty();
	}

	private static List<Bounds> bounds(Schema schema) {
		return schema.getFields()
			.stream()
			.filter((field) -> !IGNORED.contains(field.name()))
			.map((field) -> Bounds.of(field.name(), field.pos()))
			.toList();
	}

	private static Instant start(int year) {
		return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static boolean isYear(int year) {
		return year >= FIRST_YEAR && year <= LAST_YEAR;
	}

	/**
	 * Without NUL and lone surrogates, and without the mark that decoders leave in the
	 * place of bytes that are no UTF-8. Every text of every record passes here.
	 */
	private static boolean isText(String text) {
		for (int index = 0; index < text.length(); index++) {
			char unit = text.charAt(index);
			if (unit == 0 || unit == BROKEN) {
				return false;
			}
			if (Character.isSurrogate(unit)) {
				if (!Character.isHighSurrogate(unit) || index + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(index + 1))) {
					return false;
				}
				index++;
			}
		}
		return true;
	}

	/**
	 * Of one field, whatever its type.
	 *
	 * @param longest of its texts
	 * @param highest of its long numbers, either sign
	 * @param year whether its short numbers are years
	 */
	private record Bounds(String name, int position, int longest, long highest, boolean year) {

		static Bounds of(String name, int position) {
			long highest = COUNTS.contains(name) ? HIGHEST_COUNT : HIGHEST_AMOUNT;
			return new Bounds(name, position, FREE_TEXT.contains(name) ? LONGEST_TEXT : LONGEST_CODE,
					ORDINALS.contains(name) ? Long.MAX_VALUE : highest, YEARS.contains(name));
		}

		boolean admit(@Nullable Object value) {
			return switch (value) {
				case null -> true;
				case String text -> text.length() <= this.longest && isText(text);
				case LocalDate date -> isYear(date.getYear());
				case Instant instant -> !instant.isBefore(FIRST_INSTANT) && instant.isBefore(END_OF_INSTANTS);
				case Integer number -> !this.year || isYear(number);
				case Long number -> isWithin(number);
				case IndexedRecord nested -> impossible(nested).isEmpty();
				case Collection<?> items -> items.stream().allMatch(this::admit);
				case Map<?, ?> entries ->
					entries.keySet().stream().allMatch(this::admit) && entries.values().stream().allMatch(TEXT::admit);
				default -> true;
			};
		}

		private boolean isWithin(long number) {
			return this.highest == Long.MAX_VALUE || (-this.highest <= number && number <= this.highest);
		}

	}

}
