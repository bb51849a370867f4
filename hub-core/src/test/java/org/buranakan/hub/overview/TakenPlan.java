package org.buranakan.hub.overview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens what people take away of the action plan by libraries that did not write it,
 * where there are such.
 */
record TakenPlan(HubClient hub) {

	/** All items of a filter, as the API pages them. */
	List<JsonNode> items(String filter) {
		JsonNode page = this.hub.read("/action-plan" + filter + (filter.isEmpty() ? "?" : "&") + "size=500");
		assertThat(page.path("total").intValue()).isEqualTo(page.path("items").size());
		return page.path("items").valueStream().toList();
	}

	/** The fields of every line. */
	List<List<String>> csv(String filter) {
		String text = new String(this.hub.bytes("/api/v1/action-plan.csv" + filter), StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFF");
		return CsvReader.builder().ofCsvRecord(text.substring(1)).stream().map(CsvRecord::getFields).toList();
	}

	/** The cells of every row of the first sheet. */
	List<List<String>> xlsx(String filter) throws IOException {
		try (ReadableWorkbook workbook = workbook(filter); Stream<Row> rows = workbook.getFirstSheet().openStream()) {
			return rows.map((row) -> row.stream().map((cell) -> (cell != null) ? cell.getText() : "").toList())
				.toList();
		}
	}

	ReadableWorkbook workbook(String filter) throws IOException {
		return new ReadableWorkbook(new ByteArrayInputStream(this.hub.bytes("/api/v1/action-plan.xlsx" + filter)));
	}

	VEvent event(String parameters, String uid) {
		String file = new String(this.hub.bytes("/api/v1/action-plan.ics" + parameters), StandardCharsets.UTF_8);
		return Biweekly.parse(file)
			.first()
			.getEvents()
			.stream()
			.filter((event) -> event.getUid().getValue().equals(uid))
			.findFirst()
			.orElseThrow();
	}

	/** The mark of how far logs were read, as an auditor computes it from those lines. */
	static String mark(List<String> lines) {
		String hashed = lines.stream().map((line) -> line + "\n").collect(Collectors.joining());
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The same lines, from the positions that the fingerprint shows. */
	static List<String> lines(JsonNode positions) {
		return positions.valueStream()
			.map((log) -> "%s %s %s %s".formatted(log.path("topic").asString(), log.path("topicId").asString(),
					log.path("partition").asString(), log.path("nextOffset").asString()))
			.toList();
	}

}
