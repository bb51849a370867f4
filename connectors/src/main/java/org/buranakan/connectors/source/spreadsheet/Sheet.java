package org.buranakan.connectors.source.spreadsheet;

/**
 * A sheet of a file.
 *
 * @param name empty in the text formats
 * @param hidden whether an officer who opens the file does not see it
 */
record Sheet(String name, boolean hidden) {

	/** The one of a text file. */
	static final Sheet OF_TEXT = new Sheet("", false);

}
