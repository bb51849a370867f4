package org.buranakan.connectors.source.spreadsheet;

import java.util.Locale;

import org.buranakan.connectors.reading.Text;

/**
 * Why entities stay although the file, which should have them all, has no row of them.
 */
enum Staying {

	/** A refused row may be theirs. */
	ROWS_REFUSED("%,d รายการที่เผยแพร่แล้วไม่มีในไฟล์นี้ แต่ยังไม่ถอนจนกว่าจะแก้แถวที่ไม่รับ โปรดแก้แล้วส่งไฟล์ใหม่",
			"%,d published entries are not in this file. They stay until the refused rows are mended: "
					+ "mend them and hand the file in again."),

	/** A sheet that was not read may hold them. */
	SHEET_UNREAD(
			"%,d รายการที่เผยแพร่แล้วไม่มีในแผ่นงานที่อ่าน แต่ยังไม่ถอน เพราะอาจอยู่ในแผ่นงานที่ไม่ได้อ่าน"
					+ " โปรดตั้งชื่อแผ่นงานตามโปรไฟล์หรือนำแผ่นงานนั้นออก แล้วส่งไฟล์ใหม่",
			"%,d published entries are not in the sheets that were read. They stay, because a sheet that was not"
					+ " read may hold them: call it as the profile does, or take it out, and hand the file in again."),

	/** There is no sheet that could have them, or nothing on it. */
	SHEET_MISSING(
			"%,d รายการที่เผยแพร่แล้วยังไม่ถอน เพราะไฟล์นี้ไม่มีแผ่นงานของรายการเหล่านั้น โปรดใส่แผ่นงานนั้นแล้วส่งไฟล์ใหม่"
					+ " ถ้าไม่เหลือรายการใดแล้วจริง ให้คงแผ่นงานไว้โดยมีเฉพาะหัวคอลัมน์",
			"%,d published entries stay, because the file lacks the sheet that states them. Put the sheet back and hand"
					+ " the file in again; if none of them is left, with its headings alone."),

	/** So many that the file may not be whole. */
	MANY("%,d รายการที่เผยแพร่แล้วไม่มีในไฟล์นี้ ซึ่งมากผิดปกติ จึงยังไม่ถอน โปรดตรวจว่าไฟล์ครบถ้วน"
			+ " ถ้าครบและต้องการถอนจริง ให้ส่งไฟล์เดิมนี้ซ้ำอีกครั้งภายใน " + Asking.HOURS + " ชั่วโมง",
			"%,d published entries are not in this file, which is unusually many. They stay for now. Check that the "
					+ "file is whole; if it is and they are to be withdrawn, hand in the very same file once more within "
					+ Asking.HOURS + " hours.");

	private final String th;

	private final String en;

	Staying(String th, String en) {
		this.th = th;
		this.en = en;
	}

	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The same with the remedy, for so many entities. */
	Text text(int count) {
		return new Text(this.th.formatted(count), this.en.formatted(count));
	}

}
