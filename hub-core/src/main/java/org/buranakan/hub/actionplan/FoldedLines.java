package org.buranakan.hub.actionplan;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Folds lines of UTF-8 at 75 octets (RFC 5545, 3.1), never within a character.
 */
final class FoldedLines extends FilterOutputStream {

	private static final int LONGEST = 75;

	private static final byte[] FOLD = { '\r', '\n', ' ' };

	private int length;

	FoldedLines(OutputStream out) {
		super(out);
	}

	@Override
	public void write(int octet) throws IOException {
		int octets = octets(octet & 0xFF);
		if (octets > 0 && this.length + octets > LONGEST) {
			this.out.write(FOLD);
			this.length = 1;
		}
		this.out.write(octet);
		this.length = (octet == '\n') ? 0 : this.length + 1;
	}

	/**
	 * Of the character that begins with this octet; none where it ends a line or is
	 * inside of one that begun before.
	 */
	private static int octets(int first) {
		if (first == '\r' || first == '\n' || (first & 0xC0) == 0x80) {
			return 0;
		}
		return (first < 0x80) ? 1 : (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
	}

}
