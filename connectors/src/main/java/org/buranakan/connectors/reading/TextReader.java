package org.buranakan.connectors.reading;

/** Reads text as a tidy String of at most {@value #LONGEST} characters. */
record TextReader() implements Reader {

	static final int LONGEST = 4000;

	@Override
	public Reading read(Offered offered) {
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		String text = ThaiText.tidy(offered.text());
		return (text.length() > LONGEST)
				? Reading.refuse(RefusalCode.TEXT_TOO_LONG, offered, Integer.toString(text.length()))
				: new Reading.Read(text);
	}

}
