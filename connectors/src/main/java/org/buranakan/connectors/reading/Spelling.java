package org.buranakan.connectors.reading;

/** How far two spellings are apart. */
final class Spelling {

	private static final int SHORT = 4;

	private Spelling() {
	}

	/** Whether one edit, or two in longer words, turns one into the other. */
	static boolean isClose(String one, String other) {
		int allowed = (Math.max(one.length(), other.length()) <= SHORT) ? 1 : 2;
		return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
	}

	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int substituted = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[row.length - 1];
	}

}
