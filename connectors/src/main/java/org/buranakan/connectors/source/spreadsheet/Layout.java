package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

/**
 * What of a file was left out on purpose, and what an officer may not know is in it.
 *
 * @param totals rows that add up others; left out
 * @param sections rows that number and name a section; left out
 * @param blank rows between others that hold nothing
 * @param hidden rows that the file hides; they are read
 * @param hiddenSheets sheets that the file hides; they are read
 */
record Layout(int totals, int sections, int blank, int hidden, List<String> hiddenSheets) {
}
