package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

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

	private static final byte[] VERSION = bytes("1.0");

	private static final byte[] CONTENT_TYPE = bytes("application/avro");

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
		write(headers, mayBeThere, "ce_specversion", VERSION);
		write(headers, mayBeThere, "ce_id", bytes(this.id.toString()));
		write(headers, mayBeThere, "ce_source", bytes(this.source));
		write(headers, mayBeThere, "ce_type", bytes(this.type));
		write(headers, mayBeThere, "ce_time", bytes(this.time.toString()));
		write(headers, mayBeThere, "content-type", CONTENT_TYPE);
	}

	/** The first header that is missing or differs; empty if all agree. */
	Optional<Verified.Disagreed> disagreement(Headers headers) {
		return check(headers, "ce_specversion", VERSION).or(() -> check(headers, "ce_id", bytes(this.id.toString())))
			.or(() -> check(headers, "ce_source", bytes(this.source)))
			.or(() -> check(headers, "ce_type", bytes(this.type)))
			.or(() -> checkTime(headers))
			.or(() -> check(headers, "content-type", CONTENT_TYPE));
	}

	private static void write(Headers headers, boolean mayBeThere, String name, byte[] value) {
		if (mayBeThere) {
			headers.remove(name);
		}
		headers.add(name, value);
	}

	private static byte[] bytes(String value) {
		return value.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * One instant has many spellings in RFC 3339; ours is compared first because it is
	 * usual.
	 */
	private Optional<Verified.Disagreed> checkTime(Headers headers) {
		Optional<Verified.Disagreed> literal = check(headers, "ce_time", bytes(this.time.toString()));
		return literal.filter((disagreed) -> disagreed.code() == Disagreement.MISSING_HEADER || !isTime(headers));
	}

	private boolean isTime(Headers headers) {
		try {
			String text = new String(headers.lastHeader("ce_time").value(), StandardCharsets.UTF_8);
			return OffsetDateTime.parse(text).toInstant().equals(this.time);
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static Optional<Verified.Disagreed> check(Headers headers, String name, byte[] expected) {
		Header header = headers.lastHeader(name);
		if (header == null || header.value() == null) {
			return Optional.of(new Verified.Disagreed(Disagreement.MISSING_HEADER, "header " + name));
		}
		return Arrays.equals(header.value(), expected) ? Optional.empty()
				: Optional.of(new Verified.Disagreed(Disagreement.WRONG_HEADER, "header " + name));
	}

}
