package org.buranakan.connectors.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads baht as a Long of satang: 1,500,000.-, ๑๐,๐๐๐ บาท, (500) for a negative amount,
 * 1.5 ล้านบาท. ไม่ใช้งบประมาณ is zero, for it states that there is none; where nothing
 * stands nothing is stated, and the contract decides whether it may be missing.
 */
record MoneyReader() implements Reader {

	private static final Pattern AMOUNT = ThaiText.pattern("(?<open>\\()?(?<minus>[-−])?(?:฿|บาท|thb)? ?"
			+ "(?<figure>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:\\.?-)? ?(?<million>ล้าน)? ?(?:บาท(?:ถ้วน)?|฿|thb)?\\)?");

	private static final Pattern NO_MONEY = ThaiText
		.pattern("(?:ไม่ใช้|ไม่มี|ไม่ได้ใช้)งบ(?:ประมาณ|ฯ)?|ไม่(?:มี|เสีย)ค่าใช้จ่าย");

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	/** What arithmetic in a spreadsheet's binary numbers leaves behind. */
	private static final int NOISE = 6;

	@Override
	public Reading read(Offered offered) {
		return switch (offered) {
			case Offered.Nothing ignored -> new Reading.Blank();
			case Offered.Figure(BigDecimal baht) -> satang(baht.setScale(NOISE, RoundingMode.HALF_UP), offered);
			case Offered.Words(String text) -> written(ThaiText.comparable(text), offered);
			case Offered.Day ignored -> Reading.refuse(RefusalCode.MONEY_UNREADABLE, offered);
			case Offered.Flag ignored -> Reading.refuse(RefusalCode.MONEY_UNREADABLE, offered);
			case Offered.Structure ignored -> Reading.refuse(RefusalCode.VALUE_STRUCTURED, offered);
		};
	}

	private static Reading written(String text, Offered offered) {
		if (NO_MONEY.matcher(text).matches()) {
			return new Reading.Read(0L);
		}
		Matcher amount = AMOUNT.matcher(text);
		boolean inBrackets = text.startsWith("(");
		if (!amount.matches() || inBrackets != text.endsWith(")")) {
			return Reading.refuse(RefusalCode.MONEY_UNREADABLE, offered);
		}
		BigDecimal baht = new BigDecimal(amount.group("figure").replace(",", ""));
		if (amount.group("million") != null) {
			baht = baht.multiply(MILLION);
		}
		boolean negative = inBrackets || amount.group("minus") != null;
		return satang(negative ? baht.negate() : baht, offered);
	}

	private static Reading satang(BigDecimal baht, Offered offered) {
		BigDecimal satang = baht.movePointRight(2).stripTrailingZeros();
		if (satang.scale() > 0) {
			return Reading.refuse(RefusalCode.MONEY_TOO_FINE, offered);
		}
		if (satang.precision() - satang.scale() > 17) {
			return Reading.refuse(RefusalCode.NUMBER_TOO_LARGE, offered);
		}
		return new Reading.Read(satang.longValueExact());
	}

}
