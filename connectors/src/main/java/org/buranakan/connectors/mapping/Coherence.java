package org.buranakan.connectors.mapping;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ComplaintCounted;
import org.jspecify.annotations.Nullable;

/**
 * What contracts ask for beyond the types of their fields, so that the officer hears of
 * it here instead of from the hub's rejections.
 */
final class Coherence {

	/** The hub's own limit for codes. */
	private static final int LONGEST_CODE = 300;

	/** Fields of type string that hold text for people, which has its reader's limit. */
	private static final Set<String> FREE_TEXT = Set.of("th", "en", "venue");

	private Coherence() {
	}

	/** What is wrong with a field's value by itself. */
	static Optional<Objection> objection(String field, @Nullable Object value) {
		if (value instanceof String text) {
			return text(field, text);
		}
		if (value instanceof Collection<?> items) {
			// Every list of every row comes by: a stream costs more than the look.
			for (Object item : items) {
				Optional<Objection> objection = objection(field, item);
				if (objection.isPresent()) {
					return objection;
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Objection> text(String field, String text) {
		if (text.indexOf(0) >= 0) {
			return Optional.of(new Objection(RefusalCode.TEXT_UNUSABLE, text, ""));
		}
		return (text.length() > LONGEST_CODE && !FREE_TEXT.contains(field))
				? Optional.of(new Objection(RefusalCode.TEXT_TOO_LONG, text, Integer.toString(LONGEST_CODE)))
				: Optional.empty();
	}

	/** What is wrong between fields, by the field to point at. */
	static Map<String, Objection> objections(SpecificRecord content) {
		Map<String, Objection> objections = new LinkedHashMap<>();
		switch (content) {
			case ActivityRecorded activity -> {
				if (activity.getAreas() != null && activity.getAreas().isEmpty()) {
					objections.put("areas", new Objection(RefusalCode.VALUE_MISSING, "", "(areas)"));
				}
				order(activity.getStartsOn(), activity.getEndsOn())
					.ifPresent((objection) -> objections.put("endsOn", objection));
			}
			case ComplaintCounted count -> order(count.getPeriodStart(), count.getPeriodEnd())
				.ifPresent((objection) -> objections.put("periodEnd", objection));
			default -> {
				// The other contracts have no such rule.
			}
		}
		return objections;
	}

	private static Optional<Objection> order(@Nullable LocalDate start, @Nullable LocalDate end) {
		return (start != null && end != null && end.isBefore(start))
				? Optional.of(new Objection(RefusalCode.PERIOD_REVERSED, end.toString(), "")) : Optional.empty();
	}

}
