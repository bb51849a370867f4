package org.buranakan.connectors.source.spreadsheet;

/** A file is not what its name says, or is damaged. */
final class UnreadableFile extends Exception {

	UnreadableFile(String reason) {
		super(reason);
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
