package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The attributes of CloudEvents 1.0 as Kafka's binary mode carries them: one header each,
 * {@code ce_} before the name, values in UTF-8. All follow from the event's envelope.
 *
 * @param id the event id
 * @param source {@code urn:buranakan:agency:<agency>}
 * @param type the full name of the event's schema, such as
 * {@code org.buranakan.schemas.event.PlanRecorded}
 * @param time when the content became true
 */
public record CloudEvent(UUID id, String source, String type, Instant time) {

	private static final String TIME = "ce_time";

	private static final Header VERSION = header("ce_specversion", "1.0");

	private static final Header CONTENT_TYPE = header("content-type", "application/avro");

	/** The attributes of an event. */
	public static CloudEvent of(SpecificRecord event) {
		return of(Envelope.of(event));
	}

	static CloudEvent of(Envelope envelope) {
		return new CloudEvent(envelope.eventId(), "urn:buranakan:agency:" + envelope.agency(),
				envelope.family().type().getName(), envelope.occurredAt());
	}

	/** Writes the headers, replacing any of the same name. */
	public void writeTo(Headers headers) {
		boolean mayBeThere = headers.iterator().hasNext();
		for (Header header : headers()) {
			if (mayBeThere) {
				headers.remove(header.key());
			}
			headers.add(header);
		}
	}

	/** The first header that is missing or differs; empty if all agree. */
	Optional<Verified.Disagreed> disagreement(Headers headers) {
		List<Header> expected = headers();
		// As they are written, and no others: nearly always.
		if (expected.equals(List.of(headers.toArray()))) {
			return Optional.empty();
		}
		return expected.stream().flatMap((header) -> check(headers, header).stream()).findFirst();
	}

	/** In the order in which they are written, and missed. */
	private List<Header> headers() {
		return List.of(VERSION, header("ce_id", this.id.toString()), header("ce_source", this.source),
				header("ce_type", this.type), header(TIME, spelled(this.time)), CONTENT_TYPE);
	}

	private static Header header(String name, String value) {
		return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
	}

	/** As an instant spells itself, without the formatter that this takes. */
	private static String spelled(Instant time) {
		String day = time.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
		boolean withoutSeconds = time.getNano() == 0 && time.getEpochSecond() % 60 == 0;
		return withoutSeconds ? day + ":00Z" : day + "Z";
	}

	private Optional<Verified.Disagreed> check(Headers headers, Header expected) {
		Header header = headers.lastHeader(expected.key());
		if (header == null || header.value() == null) {
			return Optional.of(new Verified.Disagreed(Disagreement.MISSING_HEADER, "header " + expected.key()));
		}
		return header.equals(expected) || (expected.key().equals(TIME) && isTime(header)) ? Optional.empty()
				: Optional.of(new Verified.Disagreed(Disagreement.WRONG_HEADER, "header " + expected.key()));
	}

	/** One instant has many spellings in RFC 3339. */
	private boolean isTime(Header header) {
		try {
			String text = new String(header.value(), StandardCharsets.UTF_8);
			return OffsetDateTime.parse(text).toInstant().equals(this.time);
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
