package org.buranakan.connectors.source.cdc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.RefusalCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records of one table's raw topic, as {@link Capture} makes Debezium write
 * them. Never throws for what it reads, and passes nothing over in silence.
 */
final class ChangeReader {

	static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final List<String> CLOCK = List.of("years", "months", "days", "hours", "hour", "minutes", "minute",
			"seconds", "second", "nanos");

	private final SourceProfile source;

	private final String table;

	private final Uuid log;

	private final TransactionCounts counts;

	/**
	 * @param table with its schema
	 * @param log the id of its raw topic
	 * @param counts is told of which transaction each record is
	 */
	ChangeReader(SourceProfile source, String table, Uuid log, TransactionCounts counts) {
		this.source = source;
		this.table = table;
		this.log = log;
		this.counts = counts;
	}

	Change read(ConsumerRecord<byte[], byte[]> record) {
		RawPosition raw = new RawPosition(this.log, record.offset());
		Instant heard = Instant.ofEpochMilli(record.timestamp());
		ChangePlace place = new ChangePlace(this.table, ChangePlace.keyless(raw), new LogPosition(0), raw, heard, 0);
		byte @Nullable [] value = record.value();
		if (value == null) {
			return new Change.Marker(place);
		}
		try {
			byte @Nullable [] key = record.key();
			JsonNode columns = (key != null) ? JSON.readTree(key) : JSON.nullNode();
			place = place(columns, JSON.missingNode(), place);
			JsonNode change = JSON.readTree(value);
			this.counts.see(change.path("transaction"), this.table);
			return change(change, columns, place(columns, change.path("source"), place));
		}
		catch (JacksonException ex) {
			return unreadable(place, ex.getOriginalMessage());
		}
	}

	/**
	 * What a row says that was read beside the stream of changes.
	 * @param raw how far the stream was read by then: what comes later counts more
	 */
	Change read(JsonNode key, JsonNode columns, SourceSnapshot seen, RawPosition raw) {
		return stands(JSON.missingNode(), columns, key,
				new ChangePlace(this.table, row(key, raw), seen.log(), raw, seen.at(), 0));
	}

	private Change change(JsonNode change, JsonNode key, ChangePlace place) {
		JsonNode before = change.path("before");
		JsonNode after = change.path("after");
		return switch (change.path("op").asString("")) {
			case "r", "c", "u" -> after.isObject() ? stands(before, after, key, place) : unreadable(place, "no after");
			case "d" -> before.isObject() ? new Change.Vanished(new CapturedRow(this.source, place, before))
					: unreadable(place, "no before");
			case "t" -> new Change.Emptied(place);
			case "m" -> new Change.Marker(place);
			default -> unreadable(place, "op " + change.path("op"));
		};
	}

	private Change stands(JsonNode before, JsonNode after, JsonNode key, ChangePlace place) {
		CapturedRow row = new CapturedRow(this.source, place, after);
		// A snapshot does not read what the profile does not name: its rows would be one.
		Optional<String> unread = key.propertyStream()
			.map(Map.Entry::getKey)
			.filter((part) -> !after.has(part))
			.findFirst();
		if (unread.isPresent()) {
			return refused(row, RefusalCode.COLUMN_MISSING, unread.get());
		}
		List<String> withheld = UnsentValue.in(after)
			.stream()
			.filter((name) -> !UnsentValue.fill(name, before, after))
			.toList();
		if (!withheld.isEmpty()) {
			return refused(row, RefusalCode.VALUE_NOT_CAPTURED, String.join(", ", withheld));
		}
		// A column that was dropped or renamed must not pass for a blank one.
		Set<String> missing = new TreeSet<>(this.source.captured());
		missing.removeIf((column) -> row.has(column) || this.source.optional().contains(column));
		if (!missing.isEmpty()) {
			return refused(row, RefusalCode.COLUMN_MISSING,
					missing.stream()
						.map((column) -> this.source.names(column).getFirst())
						.collect(Collectors.joining(", ")));
		}
		return new Change.Stands(row,
				Optional.of(before)
					.filter(JsonNode::isObject)
					.map((columns) -> new CapturedRow(this.source, place, columns)));
	}

	/** A table without a primary key has no keys: then the record itself is the place. */
	private static ChangePlace place(JsonNode key, JsonNode source, ChangePlace record) {
		LogPosition log = new LogPosition(source.path("lsn").asLong(0));
		JsonNode micros = source.path("ts_us");
		return new ChangePlace(record.table(), row(key, record.raw()), log, record.raw(),
				micros.isIntegralNumber() ? Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS) : record.at(),
				source.path("txId").asLong(0));
	}

	private static String row(JsonNode key, RawPosition raw) {
		List<String> parts = new ArrayList<>();
		key.propertyStream().forEach((part) -> parts.add(part.getKey() + "=" + text(part.getValue())));
		return parts.isEmpty() ? ChangePlace.keyless(raw) : String.join(",", parts);
	}

	/** A date or time is an object. */
	private static String text(JsonNode part) {
		if (part.isObject()) {
			return part.has("year") ? Temporal.offered(part).text() : clock(part);
		}
		return part.isValueNode() ? part.asString() : part.toString();
	}

	/** A time of day or an interval, whoever wrote it. */
	private static String clock(JsonNode parts) {
		return CLOCK.stream().map((part) -> parts.path(part).asString("0")).collect(Collectors.joining(":"));
	}

	private static Change unreadable(ChangePlace place, String detail) {
		return new Change.Unreadable(place, new Objection(RefusalCode.CHANGE_UNREADABLE, "", detail), Optional.empty());
	}

	private static Change refused(CapturedRow row, RefusalCode code, String detail) {
		return new Change.Unreadable(row.where(), new Objection(code, "", detail), Optional.of(row));
	}

}
