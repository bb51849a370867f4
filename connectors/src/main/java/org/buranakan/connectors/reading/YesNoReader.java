package org.buranakan.connectors.reading;

import java.util.Set;

/** Reads yes or no as a Boolean. */
record YesNoReader() implements Reader {

	private static final Set<String> YES = Set.of("ใช่", "มี", "yes", "y", "true", "1", "✓", "✔", "/");

	private static final Set<String> NO = Set.of("ไม่ใช่", "ไม่มี", "ไม่", "no", "n", "false", "0", "✗", "x");

	@Override
	public Reading read(Offered offered) {
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		String text = ThaiText.comparable(offered.text());
		if (YES.contains(text)) {
			return new Reading.Read(true);
		}
		return NO.contains(text) ? new Reading.Read(false) : Reading.refuse(RefusalCode.YES_NO_UNREADABLE, offered);
	}

}
