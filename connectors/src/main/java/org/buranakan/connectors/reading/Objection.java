package org.buranakan.connectors.reading;

import org.buranakan.schemas.event.LocalizedText;

/**
 * Why a value is refused and what to do about it.
 *
 * @param offered the value as it stood there, for the agency's own eyes; empty if nothing
 * did
 * @param detail completes the reason: the candidates, the two readings; never the value;
 * may be empty
 */
public record Objection(RefusalCode code, String offered, String detail) {

	private static final int LONGEST = 200;

	public Objection {
		offered = shortened(offered);
		detail = shortened(detail);
	}

	/** The reason, in Thai and English. */
	public LocalizedText reason() {
		return new LocalizedText(fill(this.code.reasonTh()), fill(this.code.reasonEn()));
	}

	/** The remedy, in Thai and English. */
	public LocalizedText remedy() {
		return new LocalizedText(fill(this.code.remedyTh()), fill(this.code.remedyEn()));
	}

	private String fill(String text) {
		return text.replace("{detail}", this.detail).strip();
	}

	private static String shortened(String text) {
		return (text.codePointCount(0, text.length()) <= LONGEST) ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
