package org.buranakan.connectors.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a count, zero or more, as a Long: 45, ๔๕ คน, 1,200 ราย. */
record QuantityReader() implements Reader {

	private static final Pattern COUNT = ThaiText.pattern(
			"(?:จำนวน)? ?(?<count>-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?) ?(?:คน|ราย|เรื่อง|ครั้ง|พื้นที่|ตำบล|แห่ง)?");

	@Override
	public Reading read(Offered offered) {
		return switch (offered) {
			case Offered.Nothing ignored -> new Reading.Blank();
			case Offered.Figure(BigDecimal value) -> count(value, offered);
			case Offered.Words(String text) -> written(ThaiText.comparable(text), offered);
			case Offered.Day ignored -> Reading.refuse(RefusalCode.NUMBER_UNREADABLE, offered);
			case Offered.Flag ignored -> Reading.refuse(RefusalCode.NUMBER_UNREADABLE, offered);
			case Offered.Structure ignored -> Reading.refuse(RefusalCode.VALUE_STRUCTURED, offered);
		};
	}

	private static Reading written(String text, Offered offered) {
		Matcher count = COUNT.matcher(text);
		return count.matches() ? count(new BigDecimal(count.group("count").replace(",", "")), offered)
				: Reading.refuse(RefusalCode.NUMBER_UNREADABLE, offered);
	}

	private static Reading count(BigDecimal value, Offered offered) {
		if (value.signum() < 0) {
			return Reading.refuse(RefusalCode.NUMBER_NEGATIVE, offered);
		}
		BigDecimal whole = value.stripTrailingZeros();
		if (whole.scale() > 0) {
			return Reading.refuse(RefusalCode.NUMBER_UNREADABLE, offered);
		}
		return (whole.precision() - whole.scale() > 15) ? Reading.refuse(RefusalCode.NUMBER_TOO_LARGE, offered)
				: new Reading.Read(whole.longValueExact());
	}

}
