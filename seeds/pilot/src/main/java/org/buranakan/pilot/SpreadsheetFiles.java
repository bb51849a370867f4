package org.buranakan.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the two PACC zones. Two cells are wrong on purpose: in zone 1 a fiscal
 * year of 2655, in zone 2 a tambon code 200199 that does not exist.
 */
final class SpreadsheetFiles {

	private static final List<String> TABLES = List.of("plans", "activities", "budget", "agreements");

	private final boolean corrected;

	SpreadsheetFiles(boolean corrected) {
		this.corrected = corrected;
	}

	/** File name to content. */
	Map<String, byte[]> of(String agency) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		List<Table> tables = TABLES.stream().map((name) -> table(agency, name)).toList();
		switch (agency) {
			case "pacc-zone-1" -> files.put(ZoneOneWorkbook.FILE, new ZoneOneWorkbook().bytes(tables));
			case "pacc-zone-2" -> {
				tables.forEach((table) -> put(new ZoneTwoFile(table, "2565-01"), files));
				put(new ZoneTwoFile(table(agency, "answers"), "2565-02"), files);
			}
			default -> throw new IllegalArgumentException(agency + " keeps no spreadsheets");
		}
		return files;
	}

	/**
	 * Writes them so that a folder watcher never sees half a file.
	 * @return the paths written
	 */
	List<Path> write(String agency, Path directory) {
		return of(agency).entrySet().stream().map((file) -> write(directory, file.getKey(), file.getValue())).toList();
	}

	private static void put(ZoneTwoFile file, Map<String, byte[]> files) {
		files.put(file.fileName(), file.bytes());
	}

	Table table(String agency, String name) {
		Table table = Table.of(agency, name);
		return this.corrected ? table.corrected("๒๖๕๕", "๒๕๖๕").corrected("200199", "200402") : table;
	}

	private static Path write(Path directory, String name, byte[] content) {
		try {
			Files.createDirectories(directory);
			Path part = Files.write(directory.resolve("." + name + ".part"), content);
			return Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Not written: " + directory.resolve(name), ex);
		}
	}

}
