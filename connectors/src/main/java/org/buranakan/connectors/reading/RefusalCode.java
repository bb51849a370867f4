package org.buranakan.connectors.reading;

import java.util.Locale;

/**
 * The closed catalogue of why a connector refuses what a source offers, with reason and
 * remedy in Thai and English. {@code {detail}} stands for what completes the reason. No
 * text quotes the refused value: the texts are shown to everyone, and the value may be
 * what an officer typed into the wrong cell.
 */
public enum RefusalCode {

	VALUE_MISSING("ไม่มีข้อมูลในช่องที่ต้องมี {detail}", "A required value is missing. {detail}",
			"กรอกข้อมูลในช่องนี้แล้วส่งใหม่", "Fill in the value and send again."),

	VALUE_STRUCTURED("ช่องนี้รับค่าเดียว แต่ข้อมูลที่ส่งมาเป็นรายการหรือมีช่องย่อยอยู่ข้างใน",
			"A list, or an object with fields of its own, stands where one value is wanted.",
			"ส่งเป็นข้อความหรือตัวเลขค่าเดียว หรือแจ้งผู้ดูแลให้ระบุช่องย่อยที่ต้องการในโปรไฟล์",
			"Send one text or number, or ask the operator to name the field within it in the profile."),

	TEXT_TOO_LONG("ข้อความยาวเกิน {detail} ตัวอักษร", "The text is longer than {detail} characters.",
			"ย่อข้อความให้ไม่เกิน {detail} ตัวอักษร", "Shorten the text to at most {detail} characters."),
	TEXT_UNUSABLE("ข้อความมีอักขระที่ไม่มีตัวตน", "The text holds a character that is none.",
			"ลบอักขระแปลกปลอม แล้วพิมพ์ข้อความใหม่", "Remove the odd character, or type the text anew."),
	LIST_TOO_LONG("มีมากกว่า {detail} รายการในช่องเดียว", "More than {detail} items stand in one place.",
			"แบ่งข้อมูลเป็นหลายแถว", "Divide the entry into several."),
	TIME_UNREADABLE("ค่านี้อ่านเป็นวันเวลาไม่ได้", "The value cannot be read as a moment in time.",
			"ใส่วันที่ เช่น 2022-01-24 หรือวันเวลาพร้อมเขตเวลา เช่น 2022-01-24T09:30:00Z",
			"Enter a date, such as 2022-01-24, or a moment, such as 2022-01-24T09:30:00Z."),
	EVENT_TOO_LARGE("รายการนี้ใหญ่เกินกว่าจะเผยแพร่ได้ ({detail})",
			"The entry is too large to be published ({detail}).", "ย่อข้อความ หรือแบ่งเป็นหลายรายการ",
			"Shorten its texts, or divide it into several entries."),
	ROW_UNREADABLE("ระบบอ่านรายการนี้ไม่ได้ ({detail})", "The entry trips the connector itself ({detail}).",
			"แจ้งผู้ดูแลระบบพร้อมตำแหน่งของรายการนี้ รายการอื่นไม่ได้รับผลกระทบ",
			"Tell the operator where the entry stands; no other entry is affected."),

	NUMBER_UNREADABLE("ค่านี้อ่านเป็นจำนวนนับไม่ได้", "The value cannot be read as a whole number.",
			"ใส่เป็นตัวเลขจำนวนเต็ม เช่น 45", "Enter a whole number, such as 45."),

	NUMBER_NEGATIVE("จำนวนติดลบ", "The number is negative.", "ใส่จำนวนตั้งแต่ 0 ขึ้นไป", "Enter zero or more."),

	NUMBER_TOO_LARGE("จำนวนมากเกินกว่าจะเป็นไปได้", "The number is larger than can be.", "ตรวจจำนวนหลักของตัวเลข",
			"Check the number of digits."),

	MONEY_UNREADABLE("ค่านี้อ่านเป็นจำนวนเงินไม่ได้", "The value cannot be read as an amount of money.",
			"ใส่จำนวนเงินเป็นบาท เช่น 10,000 หรือ 10,000.50", "Enter baht, such as 10,000 or 10,000.50."),

	MONEY_TOO_FINE("จำนวนเงินมีเศษละเอียดกว่าสตางค์", "The amount is finer than a satang.",
			"ใส่ทศนิยมไม่เกินสองตำแหน่ง", "Use at most two decimals."),

	DATE_UNREADABLE("ค่านี้อ่านเป็นวันที่ไม่ได้", "The value cannot be read as a date.",
			"ใส่วันที่ เช่น 24/01/2565 หรือ 24 ม.ค. 2565", "Enter a date, such as 24/01/2565 or 2022-01-24."),

	DATE_IMPOSSIBLE("วันที่นี้ไม่มีในปฏิทิน", "The date is not in the calendar.", "ตรวจวันและเดือน",
			"Check the day and the month."),

	YEAR_UNREADABLE("ค่านี้อ่านเป็นปีไม่ได้", "The value cannot be read as a year.", "ใส่ปี พ.ศ. สี่หลัก เช่น 2565",
			"Enter a year of four digits, such as 2565."),

	YEAR_IMPOSSIBLE("ปีนี้เป็นไปไม่ได้ ({detail}) รับได้ พ.ศ. 2543–2593 (ค.ศ. 2000–2050)",
			"The year cannot be ({detail}); BE 2543–2593 (CE 2000–2050) is possible.",
			"ตรวจปีให้เป็น พ.ศ. สี่หลักที่ถูกต้อง เช่น 2565", "Correct the year, in four digits, such as 2565 BE."),

	ERA_AMBIGUOUS("ปีนี้อ่านได้สองทาง ({detail})", "The year can be read in two ways ({detail}).",
			"เขียนปีสี่หลัก เช่น 2565 หรือระบุ พ.ศ./ค.ศ.",
			"Write the year in four digits, or state the era (พ.ศ. or ค.ศ.)."),

	ERA_CONTRADICTED("ปี {detail} ไม่ตรงกับศักราชที่แหล่งข้อมูลนี้ใช้",
			"The year {detail} is of the other era than this source declares.",
			"เขียนปีตามศักราชที่ตกลงไว้ หรือระบุ พ.ศ./ค.ศ. หน้าปี",
			"Write the year in the declared era, or put พ.ศ. or ค.ศ. before it."),

	PERIOD_UNREADABLE("ค่านี้อ่านเป็นช่วงเวลาไม่ได้", "The value cannot be read as a period.",
			"ใส่ช่วงเวลา เช่น ม.ค. - มี.ค. 2565 หรือ ไตรมาส 2/2565",
			"Enter a period, such as ม.ค. - มี.ค. 2565, 2022-01 or ไตรมาส 2/2565."),

	PERIOD_WITHOUT_YEAR("ช่วงเวลานี้ไม่ได้ระบุปี", "The period does not tell its year.",
			"ระบุปีด้วย เช่น ไตรมาส 2/2565 หรือ ม.ค. 2565", "Add the year, such as ไตรมาส 2/2565 or 2022-01."),

	PERIOD_REVERSED("ช่วงเวลาสิ้นสุดก่อนเริ่ม", "The period ends before it starts.",
			"สลับวันเริ่มกับวันสิ้นสุด หรือใส่ปีให้ครบทั้งสองด้าน", "Swap the two ends, or write the year on both."),

	AREA_UNKNOWN("ไม่พบพื้นที่นี้ในทะเบียนของกรมการปกครอง {detail}",
			"The area is not in the register of the Department of Provincial Administration. {detail}",
			"ตรวจชื่อหรือรหัสตำบล (6 หลัก) และระบุอำเภอ จังหวัด",
			"Check the name or the tambon code (6 digits), and give amphoe and province."),

	AREA_AMBIGUOUS("พื้นที่นี้ตรงกับหลายแห่ง: {detail}", "The area matches several: {detail}",
			"ระบุอำเภอและจังหวัด หรือใช้รหัสพื้นที่", "Add amphoe and province, or use the area code."),

	AREA_OUTSIDE("พื้นที่นี้มีจริง แต่ไม่ใช่พื้นที่ที่แหล่งข้อมูลนี้รายงานได้: {detail}",
			"The area exists, but is not one that this source reports on: {detail}",
			"ตรวจพื้นที่ หรือแจ้งผู้ดูแลให้แก้ไขขอบเขตในโปรไฟล์",
			"Check the area, or ask the operator to widen the profile."),

	AREA_SUPERSEDED("พื้นที่นี้ถูกยกเลิกก่อนวันที่ของรายการ: {detail}",
			"The area had ended before the day of the entry: {detail}", "ใช้พื้นที่ที่มาแทน หรือตรวจวันที่ของรายการ",
			"Use the area that replaced it, or check the entry's date."),

	CODE_SUPERSEDED("ค่านี้เลิกใช้ก่อนวันที่ของรายการ: {detail}",
			"The value was out of use before the day of the entry: {detail}", "ใช้ค่าที่มาแทน หรือตรวจวันที่ของรายการ",
			"Use the value that replaced it, or check the entry's date."),

	CODE_UNKNOWN("ค่านี้ไม่อยู่ในรายการที่ใช้ได้", "The value is not in the list.", "เลือกค่าจากรายการ: {detail}",
			"Choose one of: {detail}"),

	YES_NO_UNREADABLE("ค่านี้อ่านเป็น ใช่/ไม่ใช่ ไม่ได้", "The value is neither yes nor no.", "ใส่ ใช่ หรือ ไม่ใช่",
			"Enter yes (ใช่) or no (ไม่ใช่)."),

	KEY_UNUSABLE("ใช้ค่านี้เป็นรหัสประจำรายการไม่ได้ {detail}", "The value cannot identify the entry. {detail}",
			"ใส่รหัสหรือลำดับที่ไม่ซ้ำ ไม่มีช่องว่าง ไม่เกิน 180 ตัวอักษร และไม่เปลี่ยนภายหลัง",
			"Give the entry a unique code without spaces, of at most 180 characters, that never changes."),

	KEY_REPEATED("รหัสนี้ซ้ำกับ {detail}", "The code stands already at {detail}.", "ให้แต่ละรายการมีรหัสของตนเอง",
			"Give each entry a code of its own."),

	REVISION_UNUSABLE("เลขฉบับต้องเป็นจำนวนเต็มตั้งแต่ 1", "A revision is a whole number from 1.",
			"ใส่เลขฉบับตั้งแต่ 1 หรือเว้นว่างเพื่อให้ระบบนับให้",
			"Send a whole number from 1, or leave it out to have it counted here."),

	REVISION_STALE("เนื้อหาเปลี่ยนไป แต่เลขฉบับไม่สูงกว่าฉบับที่เผยแพร่แล้ว ({detail})",
			"The content is new, but its revision is not higher than the published one ({detail}).",
			"ส่งอีกครั้งด้วยเลขฉบับที่สูงกว่า {detail}", "Send it again with a revision higher than {detail}."),

	COLUMN_MISSING("ไม่พบหัวคอลัมน์: {detail}", "A column heading is missing: {detail}",
			"ใส่หัวคอลัมน์ตามแบบฟอร์ม หรือแจ้งผู้ดูแลให้เพิ่มชื่อเรียกอื่นในโปรไฟล์",
			"Restore the heading, or ask the operator to add it to the profile."),

	SHEET_CLAIMED("มีหลายแหล่งในโปรไฟล์ที่อ่านแผ่นงานนี้ได้ จึงอ่านตามแหล่งแรกเท่านั้น: {detail}",
			"Several sources of the profile claim the sheet; only the first of them reads it: {detail}",
			"แจ้งผู้ดูแลให้ระบุ file หรือ sheet ของแต่ละแหล่งในโปรไฟล์ไม่ให้ซ้อนกัน",
			"Ask the operator to tell the sources apart, by file or sheet, in the profile."),

	SOURCE_UNKNOWN("ไม่มีแบบสำหรับข้อมูลนี้ในโปรไฟล์ของหน่วยงาน", "The agency's profile has no source for this.",
			"ตรวจชื่อไฟล์ ชื่อแผ่นงาน หรือประเภทข้อมูล ที่ใช้ได้: {detail}",
			"Check the file, sheet or type. Known: {detail}"),

	FILE_UNREADABLE("เปิดไฟล์ไม่ได้: {detail}", "The file cannot be read: {detail}",
			"บันทึกใหม่เป็น XLSX หรือ CSV (UTF-8) ที่ไม่มีรหัสผ่าน แล้วส่งอีกครั้ง",
			"Save it again as XLSX or CSV (UTF-8) without a password, and send it again."),

	FILE_EMPTY("ไฟล์ไม่มีแถวข้อมูล", "The file has no rows of data.", "ตรวจว่าส่งไฟล์ถูกฉบับ",
			"Check that it is the right file."),

	CHANGE_UNREADABLE("อ่านรายการเปลี่ยนแปลงจากฐานข้อมูลไม่ได้: {detail}",
			"A change captured from the database cannot be read: {detail}",
			"แจ้งผู้ดูแลให้ตรวจการตั้งค่าการดึงข้อมูล แล้วแก้ไขแถวนี้อีกครั้งเพื่อให้ส่งใหม่",
			"Ask the operator to check the capture, then touch the row so that it is sent again."),

	VALUE_NOT_CAPTURED("ฐานข้อมูลไม่ได้ส่งค่าในคอลัมน์ {detail} เพราะค่าไม่เปลี่ยน",
			"The database did not send the unchanged value of {detail}.",
			"ให้ผู้ดูแลฐานข้อมูลสั่ง ALTER TABLE … REPLICA IDENTITY FULL แล้วแก้ไขแถวนี้อีกครั้ง",
			"Have the table altered to REPLICA IDENTITY FULL, then touch the row."),

	ITEM_MALFORMED("ข้อมูลไม่เป็น JSON ตามแบบ: {detail}", "The item is not JSON of the expected form: {detail}",
			"ส่งเป็นออบเจ็กต์ JSON หนึ่งรายการต่อหนึ่งกิจกรรม", "Send one JSON object per item.");

	private final String reasonTh;

	private final String reasonEn;

	private final String remedyTh;

	private final String remedyEn;

	RefusalCode(String reasonTh, String reasonEn, String remedyTh, String remedyEn) {
		this.reasonTh = reasonTh;
		this.reasonEn = reasonEn;
		this.remedyTh = remedyTh;
		this.remedyEn = remedyEn;
	}

	/** As it is published: {@code area-unknown}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String reasonTh() {
		return this.reasonTh;
	}

	String reasonEn() {
		return this.reasonEn;
	}

	String remedyTh() {
		return this.remedyTh;
	}

	String remedyEn() {
		return this.remedyEn;
	}

}
