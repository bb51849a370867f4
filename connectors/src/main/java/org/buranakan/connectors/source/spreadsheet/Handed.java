package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.reading.Text;

/**
 * The answer to a file that was handed in.
 *
 * @param applied rows that are new or changed
 * @param unchanged rows that the topics said already
 * @param refused rows
 * @param events how many were published
 * @param ignoredSheets sheets that no source of the profile reads
 * @param refusals the first of them
 * @param unlisted how many refusals there are beyond those listed
 * @param vanished what became of entities of which a complete file has no row any more
 * @param layout rows left out on purpose, and what the file hides
 */
record Handed(int applied, int unchanged, int refused, int events, List<String> ignoredSheets, List<Cell> refusals,
		int unlisted, Vanished vanished, Layout layout) {

	/**
	 * Entities without a row.
	 *
	 * @param withdrawn how many were withdrawn
	 * @param staying those that were not
	 */
	record Vanished(int withdrawn, List<Kept> staying) {
	}

	/**
	 * Entities that stay although they have no row.
	 *
	 * @param why with the remedy
	 */
	record Kept(String code, int count, Text why) {
	}

	/** A refused cell. */
	record Cell(String place, String field, String offered, String code, Text reason, Text remedy) {

		static Cell of(Refusal refusal) {
			return new Cell(refusal.cell(), refusal.heading(), refusal.objection().offered(),
					refusal.objection().code().code(), Text.of(refusal.objection().reason()),
					Text.of(refusal.objection().remedy()));
		}

	}

}
