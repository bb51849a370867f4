package org.buranakan.connectors.source.spreadsheet;

/** Why a file is not read at all, as an officer is told. */
enum FileFault {

	/** Neither of the formats, by its name. */
	FORMAT_UNKNOWN("ไม่ใช่ .xlsx .csv .tsv", "neither .xlsx, .csv nor .tsv"),

	WORKBOOK_TOO_LARGE("ใหญ่เกิน 256 MB", "larger than 256 MB"),

	TEXT_TOO_LARGE("ใหญ่เกิน 64 MB", "larger than 64 MB"),

	OLD_WORKBOOK("เป็น .xls รุ่นเก่า", "an old .xls workbook"),

	PASSWORD("มีรหัสผ่าน", "it has a password"),

	IS_PDF("เป็นไฟล์ PDF ที่ถูกเปลี่ยนชื่อ", "a renamed PDF"),

	IS_HTML("เป็นหน้าเว็บ (HTML/XML) ที่ถูกเปลี่ยนชื่อ", "a renamed web page (HTML or XML)"),

	IS_WORKBOOK("เป็นไฟล์ Excel หรือ zip ที่ถูกเปลี่ยนชื่อ", "a renamed workbook or archive"),

	NOT_A_WORKBOOK("ไม่ใช่ไฟล์ Excel", "not a workbook"),

	TRUNCATED("ไฟล์ไม่ครบหรือเสียหาย", "truncated, or damaged as an archive"),

	DAMAGED("ไฟล์เสียหาย", "the workbook is damaged"),

	BOMB("ข้อมูลบีบอัดขยายใหญ่ผิดปกติ (zip bomb)", "it inflates beyond all reason (zip bomb)"),

	DOCTYPE("มี DOCTYPE หรือ entity ภายในไฟล์", "a DOCTYPE or entity in one of its parts"),

	EXTERNAL_LINKS("มีลิงก์ไปยังสมุดงานอื่น ให้วางเป็นค่า (Paste values) ก่อน",
			"it links to other workbooks; paste values instead"),

	MACROS("มีมาโคร", "it holds macros"),

	/** Programs write formulas without what they come to; Excel stores both. */
	NOT_CALCULATED("มีสูตรที่ยังไม่มีผลลัพธ์ ให้เปิดใน Excel แล้วบันทึกก่อน",
			"it holds formulas without results; open it in Excel and save it"),

	TOO_WIDE("มีข้อมูลเลยคอลัมน์ที่ 512 (SR)", "it holds data beyond column 512 (SR)"),

	TOO_MANY_TEXTS("มีข้อความต่างกันมากเกินไป", "more distinct texts than can be held"),

	NOT_TEXT("ไม่ใช่ UTF-8, UTF-16 หรือ windows-874", "neither UTF-8, UTF-16 nor windows-874"),

	NUL("มีอักขระ NUL ไม่ใช่ไฟล์ข้อความ", "it holds NUL characters and is no text"),

	LINE_TOO_LONG("มีแถวยาวเกิน 1 ล้านตัวอักษร", "a row of more than a million characters"),

	QUOTES("อัญประกาศไม่ครบคู่ในแถว", "quotes do not match after row");

	private final String thai;

	private final String english;

	FileFault(String thai, String english) {
		this.thai = thai;
		this.english = english;
	}

	/** In Thai and English. */
	String text() {
		return this.thai + " / " + this.english;
	}

}
