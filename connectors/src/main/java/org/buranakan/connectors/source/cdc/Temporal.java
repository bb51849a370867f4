package org.buranakan.connectors.source.cdc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.buranakan.connectors.reading.Offered;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Dates and times in Debezium's structured form, which alone tells a date, a wall-clock
 * time and an instant apart without a schema. Instants are offered as Bangkok sees them,
 * so that the date read from one is the date there; a wall clock is taken to hang in
 * Bangkok.
 */
final class Temporal {

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

	private Temporal() {
	}

	/** The value, infinity by its name; a structure where it is no moment. */
	static Offered offered(JsonNode parts) {
		try {
			if (!parts.path("year").isIntegralNumber()) {
				JsonNode infinity = parts.path("specialValue");
				return infinity.isString() ? new Offered.Words(infinity.stringValue()) : new Offered.Structure();
			}
			LocalDate date = LocalDate.of(parts.path("year").intValue(), parts.path("month").intValue(),
					parts.path("day").intValue());
			return parts.has("hour") ? new Offered.Words(INSTANT.format(moment(date, parts))) : new Offered.Day(date);
		}
		catch (DateTimeException | JacksonException ex) {
			return new Offered.Structure();
		}
	}

	private static ZonedDateTime moment(LocalDate date, JsonNode parts) {
		LocalDateTime clock = date.atTime(parts.path("hour").intValue(), parts.path("minute").intValue(),
				parts.path("second").intValue(), parts.path("nanos").intValue());
		JsonNode offset = parts.path("offsetSeconds");
		return offset.isIntegralNumber()
				? clock.atOffset(ZoneOffset.ofTotalSeconds(offset.intValue())).atZoneSameInstant(BANGKOK)
				: clock.atZone(BANGKOK);
	}

}
