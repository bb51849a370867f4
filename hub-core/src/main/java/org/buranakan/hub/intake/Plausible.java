package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that cannot be, whatever the field means: years outside 1800 to 2199
 * (common era, so that a Buddhist-era year is noticed), text that no database and no JSON
 * reader takes, codes longer than any code.
 */
final class Plausible {

	private static final int FIRST_YEAR = 1800;

	private static final int LAST_YEAR = 2199;

	private static final int LONGEST_CODE = 300;

	private static final int LONGEST_TEXT = 20_000;

	/** Fields of type string that hold text for people. */
	private static final Set<String> FREE_TEXT = Set.of("th", "en", "venue", "system", "container", "place", "field");

	private static final Set<String> YEARS = Set.of("fiscalYear");

	/** What a source offered and its connector refused may be anything. */
	private static final Set<String> IGNORED = Set.of("offered");

	private Plausible() {
	}

	/** The first field that has such a value; empty if none has. */
	static Optional<String> impossible(IndexedRecord record) {
		for (Schema.Field field : record.getSchema().getFields()) {
			if (!IGNORED.contains(field.name()) && !isPossible(field.name(), record.get(field.pos()))) {
				return Optional.of("field " + field.name());
			}
		}
		return Optional.empty();
	}

	private static boolean isPossible(String field, @Nullable Object value) {
		return switch (value) {
			case null -> true;
			case String text ->
				text.length() <= (FREE_TEXT.contains(field) ? LONGEST_TEXT : LONGEST_CODE) && isText(text);
			case LocalDate date -> isYear(date.getYear());
			case Instant instant -> isYear(instant.atOffset(ZoneOffset.UTC).getYear());
			case Integer number -> !YEARS.contains(field) || isYear(number);
			case IndexedRecord nested -> impossible(nested).isEmpty();
			case Collection<?> items -> items.stream().allMatch((item) -> isPossible(field, item));
			case Map<?, ?> entries -> entries.entrySet()
				.stream()
				.allMatch((entry) -> isPossible(field, entry.getKey()) && isPossible("th", entry.getValue()));
			default -> true;
		};
	}

	private static boolean isYear(int year) {
		return year >= FIRST_YEAR && year <= LAST_YEAR;
	}

	private static boolean isText(String text) {
		return text.codePoints().noneMatch((point) -> point == 0 || Character.getType(point) == Character.SURROGATE);
	}

}
