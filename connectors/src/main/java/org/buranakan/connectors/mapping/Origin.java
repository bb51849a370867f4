package org.buranakan.connectors.mapping;

import org.buranakan.schemas.event.SourceKind;

/** Where the rows of a source come from. */
public sealed interface Origin {

	/** How the contracts call this kind. */
	SourceKind kind();

	/**
	 * A table captured from the agency's database.
	 *
	 * @param table with its schema: {@code public.projects}
	 */
	record Table(String table) implements Origin {

		@Override
		public SourceKind kind() {
			return SourceKind.DATABASE;
		}

	}

	/**
	 * Sheets of spreadsheets.
	 *
	 * @param file glob over the file's name
	 * @param sheet glob over the sheet's name; the text formats have one sheet of no name
	 */
	record Sheet(String file, String sheet) implements Origin {

		@Override
		public SourceKind kind() {
			return SourceKind.SPREADSHEET;
		}

	}

	/**
	 * Items pushed over HTTP.
	 *
	 * @param type what the item's property {@code type} says
	 */
	record Push(String type) implements Origin {

		@Override
		public SourceKind kind() {
			return SourceKind.PUSH;
		}

	}

}
