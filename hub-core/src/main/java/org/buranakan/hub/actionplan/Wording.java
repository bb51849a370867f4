package org.buranakan.hub.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Text;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.Stance;
import org.buranakan.schemas.event.Basis;

/**
 * The language that the plan is written down in: its words, and its dates, which are of
 * the Buddhist era in Thai.
 */
enum Wording {

	TH("th", Locale.forLanguageTag("th-TH-u-ca-buddhist")),

	EN("en", Locale.UK);

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private static final int BUDDHIST_ERA = 543;

	/** The fiscal year begins in October. */
	private static final int MONTHS_AHEAD = 3;

	private final String code;

	private final DateTimeFormatter day;

	private final DateTimeFormatter month;

	private final DateTimeFormatter minute;

	Wording(String code, Locale locale) {
		this.code = code;
		this.day = DateTimeFormatter.ofPattern("d MMM y").localizedBy(locale);
		this.month = DateTimeFormatter.ofPattern("MMM y").localizedBy(locale);
		this.minute = DateTimeFormatter.ofPattern("d MMM y HH:mm").localizedBy(locale);
	}

	/** As RFC 5646 tags it. */
	String code() {
		return this.code;
	}

	String text(String th, String en) {
		return switch (this) {
			case TH -> th;
			case EN -> en;
		};
	}

	String text(Text text) {
		return text(text.th(), (text.en() != null) ? text.en() : text.th());
	}

	String name(Named named) {
		return text(named.name());
	}

	/** No more exactly than the source stated it. */
	String date(LocalDate date, DatePrecision precision) {
		LocalDate fiscal = date.plusMonths(MONTHS_AHEAD);
		return switch (precision) {
			case DAY -> this.day.format(date);
			case MONTH -> this.month.format(date);
			case QUARTER -> text("ไตรมาส ", "quarter ") + ((fiscal.getMonthValue() - 1) / MONTHS_AHEAD + 1) + " "
					+ fiscalYear(fiscal.getYear() + BUDDHIST_ERA);
			case FISCAL_YEAR -> fiscalYear(fiscal.getYear() + BUDDHIST_ERA);
			case UNKNOWN -> text("ราว ", "about ") + this.day.format(date);
		};
	}

	String date(LocalDate date) {
		return date(date, DatePrecision.DAY);
	}

	/** Labelled in the Buddhist era in either language, as it is called. */
	String fiscalYear(int label) {
		return text("ปีงบประมาณ พ.ศ. ", "fiscal year BE ") + label;
	}

	/** By the clocks of Thailand. */
	String moment(Instant instant) {
		return this.minute.format(instant.atZone(BANGKOK)) + text(" น.", " (Bangkok)");
	}

	String status(String symbol) {
		return switch (ActivityStatus.valueOf(symbol)) {
			case PLANNED -> text("วางแผน", "Planned");
			case ONGOING -> text("กำลังดำเนินการ", "Ongoing");
			case DONE -> text("เสร็จแล้ว", "Done");
			case POSTPONED -> text("เลื่อน", "Postponed");
			case CANCELLED -> text("ยกเลิก", "Cancelled");
			case WITHDRAWN -> text("ถอนแล้ว", "Withdrawn");
			case UNKNOWN -> text("ไม่ทราบสถานะ", "Status unknown");
		};
	}

	String stance(String symbol) {
		return switch (Stance.valueOf(symbol)) {
			case PROPOSES -> text("เสนอ", "proposes");
			case ADJUSTS -> text("ขอปรับ", "adjusts");
			case AGREES -> text("เห็นชอบ", "agrees");
			case DECLINES -> text("ไม่ร่วม", "declines");
			case WITHDRAWN -> text("ถอน", "withdrawn");
			case UNKNOWN -> text("ไม่ทราบ", "unknown");
		};
	}

	String basis(String symbol) {
		return switch (Basis.valueOf(symbol)) {
			case REPORTED -> text("หน่วยงานรายงาน", "Reported");
			case RECORDED -> text("ตามบันทึกประชุม", "From the record");
			case ESTIMATED -> text("ประมาณการ", "Estimated");
			case ILLUSTRATIVE -> text("ตัวอย่างประกอบ", "Illustrative");
			case UNKNOWN -> text("ไม่ทราบที่มา", "Basis unknown");
		};
	}

	String phase(BudgetPhase phase) {
		return switch (phase) {
			case PROPOSED -> text("เสนอขอ", "Proposed");
			case APPROVED -> text("อนุมัติ", "Approved");
			case ALLOTTED -> text("จัดสรร", "Allotted");
			case COMMITTED -> text("ผูกพัน", "Committed");
			case DISBURSED -> text("เบิกจ่าย", "Disbursed");
			case RETURNED -> text("ส่งคืน", "Returned");
			case UNKNOWN -> text("ไม่ทราบขั้น", "Phase unknown");
		};
	}

}
