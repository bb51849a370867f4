package org.buranakan.connectors.reading;

/** Reads text as a tidy String of at most {@value #LONGEST} characters. */
record TextReader() implements Reader {

	static final int LONGEST = 4000;

	private static final int BROKEN = 0xFFFD;

	@Override
	public Reading read(Offered offered) {
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		if (offered instanceof Offered.Structure) {
			return Reading.refuse(RefusalCode.VALUE_STRUCTURED, offered);
		}
		String text = ThaiText.tidy(offered.text());
		if (!isText(text)) {
			return Reading.refuse(RefusalCode.TEXT_UNUSABLE, offered);
		}
		return (text.length() > LONGEST) ? Reading.refuse(RefusalCode.TEXT_TOO_LONG, offered, Integer.toString(LONGEST))
				: new Reading.Read(text);
	}

	/**
	 * What no database and no JSON reader takes is no text, nor is what decoders leave in
	 * the place of bytes that they cannot read: the hub rejects both.
	 */
	private static boolean isText(String text) {
		for (int index = 0; index < text.length(); index++) {
			int point = text.codePointAt(index);
			if (point == 0 || point == BROKEN
					|| (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
				return false;
			}
			index += Character.charCount(point) - 1;
		}
		return true;
	}

}
