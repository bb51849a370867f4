package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.jspecify.annotations.Nullable;

/** Reference data in a CSV file; all of it is good, or none is taken. */
record ReferenceFile(Path path) {

	private static final List<String> COLUMNS = List.of("kind", "code", "parent", "th", "en", "attributes");

	/** Kinds that provisioning records by itself. */
	private static final Set<String> NOT_BY_HAND = Set.of("log");

	List<ReferenceRecorded> read() throws IOException {
		List<ReferenceRecorded> data = new ArrayList<>();
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(this.path)) {
			for (NamedCsvRecord row : rows) {
				if (!row.getHeader().containsAll(COLUMNS)) {
					throw wrong(row, "the columns are " + String.join(",", COLUMNS) + ", not " + row.getHeader());
				}
				data.add(datum(row, now));
			}
		}
		return data;
	}

	private ReferenceRecorded datum(NamedCsvRecord row, Instant now) {
		String kind = required(row, "kind");
		if (NOT_BY_HAND.contains(kind)) {
			throw wrong(row, "'" + kind + "' is recorded by agency add, not by hand");
		}
		return ReferenceRecorded.newBuilder()
			.setKind(kind)
			.setCode(required(row, "code"))
			.setRevision(1)
			.setRecordedAt(now)
			.setValidFrom(date(row, "validFrom", LocalDate.EPOCH))
			.setValidTo(date(row, "validTo", null))
			.setName(new LocalizedText(required(row, "th"), absentIfEmpty(row.getField("en"))))
			.setParent(absentIfEmpty(row.getField("parent")))
			.setAttributes(attributes(row))
			.build();
	}

	private Map<String, String> attributes(NamedCsvRecord row) {
		Map<String, String> attributes = new TreeMap<>();
		for (String pair : row.getField("attributes").split(";", -1)) {
			String[] parts = pair.split("=", 2);
			if (parts.length == 2) {
				attributes.put(parts[0].strip(), parts[1].strip());
			}
			else if (!pair.isBlank()) {
				throw wrong(row, "attributes are name=value;…, not '" + pair + "'");
			}
		}
		return attributes;
	}

	private @Nullable LocalDate date(NamedCsvRecord row, String column, @Nullable LocalDate otherwise) {
		String text = row.findField(column).orElse("");
		try {
			return text.isEmpty() ? otherwise : LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw wrong(row, column + " is a date such as 2022-10-01, not '" + text + "'");
		}
	}

	private String required(NamedCsvRecord row, String column) {
		String text = row.getField(column);
		if (text.isBlank()) {
			throw wrong(row, column + " is missing");
		}
		return text.strip();
	}

	private IllegalArgumentException wrong(NamedCsvRecord row, String what) {
		return new IllegalArgumentException(
				this.path + ", line " + row.getStartingLineNumber() + ": " + what + ". Nothing was recorded.");
	}

	private static @Nullable String absentIfEmpty(String text) {
		return text.isBlank() ? null : text.strip();
	}

}
