package org.buranakan.pilot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.jspecify.annotations.Nullable;

/**
 * The reference data as its files state them: columns kind, code, parent, th, en and
 * attributes ({@code name=value;…}). Everything stands since the first day of fiscal year
 * 2565, the earliest that the pilot speaks of.
 */
final class ReferenceData {

	static final List<String> FILES = List.of("areas", "agencies", "organisations", "lists");

	private static final LocalDate STANDS_SINCE = LocalDate.of(2021, 10, 1);

	private static final Instant RECORDED_AT = Instant.parse("2022-01-01T00:00:00Z");

	private final List<ReferenceRecorded> entries = FILES.stream()
		.flatMap((file) -> entries(new Resource("pilot/reference/" + file + ".csv")))
		.toList();

	List<ReferenceRecorded> entries() {
		return this.entries;
	}

	Stream<ReferenceRecorded> entries(String kind) {
		return this.entries.stream().filter((entry) -> entry.getKind().equals(kind));
	}

	List<String> codes(String kind) {
		return entries(kind).map(ReferenceRecorded::getCode).toList();
	}

	private static Stream<ReferenceRecorded> entries(Resource file) {
		return file.rows().stream().skip(1).map(ReferenceData::entry);
	}

	private static ReferenceRecorded entry(List<String> row) {
		return ReferenceRecorded.newBuilder()
			.setKind(row.get(0))
			.setCode(row.get(1))
			.setRevision(1)
			.setRecordedAt(RECORDED_AT)
			.setValidFrom(STANDS_SINCE)
			.setName(new LocalizedText(row.get(3), absentIfEmpty(row.get(4))))
			.setParent(absentIfEmpty(row.get(2)))
			.setAttributes(attributes(row.get(5)))
			.build();
	}

	private static Map<String, String> attributes(String text) {
		Map<String, String> attributes = new LinkedHashMap<>();
		Arrays.stream(text.split(";"))
			.filter((pair) -> !pair.isEmpty())
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> attributes.put(pair[0], pair[1]));
		return attributes;
	}

	private static @Nullable String absentIfEmpty(String text) {
		return text.isEmpty() ? null : text;
	}

}
