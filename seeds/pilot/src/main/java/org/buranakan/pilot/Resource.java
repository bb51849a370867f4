package org.buranakan.pilot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** One committed file of the pilot's data, by its path on the class path. */
record Resource(String path) {

	byte[] bytes() {
		try (InputStream in = Resource.class.getResourceAsStream("/" + this.path)) {
			if (in == null) {
				throw new IllegalArgumentException("No such file of the pilot: " + this.path);
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Unreadable: " + this.path, ex);
		}
	}

	String text() {
		return new String(bytes(), StandardCharsets.UTF_8);
	}

	/** Rows of a CSV file in UTF-8, title rows and empty rows included. */
	List<List<String>> rows() {
		return CsvReader.builder()
			.skipEmptyLines(false)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(text())
			.stream()
			.map(CsvRecord::getFields)
			.toList();
	}

}
