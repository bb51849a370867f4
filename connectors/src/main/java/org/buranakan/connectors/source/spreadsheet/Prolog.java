package org.buranakan.connectors.source.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What stands before the root element of an XML part: nowhere else can a DOCTYPE stand.
 *
 * @param text the part's beginning, a byte a character
 */
record Prolog(String text) {

	/** Longer ones are nobody's but an attacker's. */
	static final int LONGEST = 64 * 1024;

	/** Without zero bytes all encodings that parsers know look alike as far as here. */
	static Prolog of(byte[] start, int length) {
		String text = new String(start, 0, Math.min(length, LONGEST), StandardCharsets.ISO_8859_1);
		return new Prolog(text.replace("\u0000", ""));
	}

	/** What is wrong with it; empty where an element begins as it should. */
	Optional<FileFault> fault() {
		int position = start();
		while (position >= 0 && position < this.text.length()) {
			if (Character.isWhitespace(this.text.charAt(position))) {
				position++;
			}
			else if (this.text.startsWith("<?", position)) {
				position = after("?>", position);
			}
			else if (this.text.startsWith("<!--", position)) {
				position = after("-->", position);
			}
			else if (this.text.startsWith("<!", position)) {
				return Optional.of(FileFault.DOCTYPE);
			}
			else {
				return this.text.startsWith("<", position) ? Optional.empty() : Optional.of(FileFault.DAMAGED);
			}
		}
		return Optional.of(FileFault.DAMAGED);
	}

	/** Behind the byte order mark, of whatever encoding. */
	private int start() {
		int position = 0;
		while (position < this.text.length()
				&& "\u00EF\u00BB\u00BF\u00FF\u00FE".indexOf(this.text.charAt(position)) >= 0) {
			position++;
		}
		return position;
	}

	private int after(String end, int from) {
		int found = this.text.indexOf(end, from);
		return (found < 0) ? -1 : found + end.length();
	}

}
