package org.buranakan.pilot;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * The pilot's data, in the shapes in which the agencies' systems hold them. Immutable and
 * the same at every call; what the meeting record of 24 January 2565 does not say is
 * marked as illustration in each source's own words.
 */
public final class PilotData {

	/** The day on which the pilot's run stands. */
	public static final LocalDate BUSINESS_DATE = LocalDate.of(2022, 2, 7);

	private static final Map<String, List<String>> PUSHES = Map.of("pacoc-11",
			List.of("2565-01-visits", "2565-01-committees", "2565-02-province"), "pacoc-19",
			List.of("2565-01-mechanisms", "2565-02-province"), "pacoc-20",
			List.of("2565-01-programme", "2565-01-complaints", "2565-02-activities"), "pacoc-23",
			List.of("2565-01-review", "2565-02-expansion"));

	private static final Map<String, List<String>> LATER_PUSHES = Map.of("pacoc-20", List.of("later-memorandum"),
			"pacoc-23", List.of("later-agreement"));

	private final ReferenceData reference = new ReferenceData();

	/** Short names of the seven agencies, in the order of the reference data. */
	public List<String> agencies() {
		return this.reference.codes("agency");
	}

	/** Version 1 of every reference datum: areas, agencies, organisations, code lists. */
	public List<ReferenceRecorded> reference() {
		return this.reference.entries();
	}

	/** The business dates stated so far. */
	public List<BusinessDateStated> clock() {
		return List.of(new BusinessDateStated(BUSINESS_DATE, Instant.parse("2022-02-06T17:00:00Z")));
	}

	/** The tables of CODI's PostgreSQL database, for an empty one. */
	public String codiTables() {
		return new Resource("pilot/codi/codi-tables.sql").text();
	}

	/** The rows of CODI's database up to the business date, after the tables. */
	public String codiRows() {
		return new Resource("pilot/codi/codi-rows.sql").text();
	}

	/** Tables and rows of CODI's database. */
	public String codiSql() {
		return codiTables() + "\n" + codiRows();
	}

	/** What changes in CODI's database afterwards; to be applied once, after the rows. */
	public String codiLaterSql() {
		return new Resource("pilot/codi/codi-later.sql").text();
	}

	/**
	 * Writes the spreadsheets of a PACC zone, one bad row among them, each file appearing
	 * at once.
	 * @return the paths of the files
	 */
	public List<Path> writeSpreadsheets(String agency, Path directory) {
		return new SpreadsheetFiles(false).write(agency, directory);
	}

	/** Writes the same files with the bad row put right. */
	public List<Path> writeCorrectedSpreadsheets(String agency, Path directory) {
		return new SpreadsheetFiles(true).write(agency, directory);
	}

	/** What a provincial centre pushes up to the business date, in order. */
	public List<Push> pushes(String agency) {
		return pushes(agency, PUSHES);
	}

	/** What a provincial centre pushes afterwards, in order; often nothing. */
	public List<Push> laterPushes(String agency) {
		return pushes(agency, LATER_PUSHES);
	}

	/** The mapping profile of the agency's connector: YAML. */
	public String profile(String agency) {
		return new Resource("profiles/" + agency + ".yml").text();
	}

	private static List<Push> pushes(String agency, Map<String, List<String>> names) {
		return names.getOrDefault(agency, List.of())
			.stream()
			.map((name) -> new Push(name, new Resource("pilot/" + agency + "/" + name + ".json").text()))
			.toList();
	}

}
