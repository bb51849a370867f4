package org.buranakan.hub.intake;

/** Why a record is not applied, and what its writer can do. Codes are for ever. */
enum RejectionCode {

	NULL_VALUE("ระเบียนไม่มีเนื้อหา", "It has no value.", Remedy.RESEND),

	TRUNCATED("เนื้อหาขาดหายก่อนจบ", "Its value ends before it is complete.", Remedy.RESEND),

	WRONG_MAGIC("เนื้อหาไม่อยู่ในรูปแบบที่ตกลงกัน", "Its value is not in the Confluent wire format.", Remedy.FORMAT),

	UNKNOWN_SCHEMA_ID("ทะเบียนสัญญาข้อมูลไม่มีหมายเลขที่ระเบียนอ้าง",
			"The registry has no schema of the id that it names.", Remedy.FORMAT),

	FOREIGN_SCHEMA("โครงสร้างข้อมูลไม่ใช่ของหัวข้อนี้", "Its schema is not the contract of its topic.", Remedy.FORMAT),

	MALFORMED_BODY("เนื้อหาไม่ตรงตามโครงสร้างข้อมูล", "Its value is not what its schema says.", Remedy.FORMAT),

	TRAILING_BYTES("มีข้อมูลเกินต่อท้ายเนื้อหา", "Something follows its value.", Remedy.FORMAT),

	TOO_DEEP("เนื้อหาซ้อนกันลึกเกินไป", "Its value nests too deep.", Remedy.FORMAT),

	TOO_LARGE("เนื้อหาใหญ่เกินกำหนด", "Its value is, or declares to be, too large.", Remedy.FORMAT),

	FOREIGN_FAMILY("เหตุการณ์เป็นของหัวข้อประเภทอื่น", "Its event belongs to another family's topic.", Remedy.IDENTITY),

	FOREIGN_AGENCY("ระเบียนอ้างชื่อหน่วยงานอื่นที่ไม่ใช่เจ้าของหัวข้อ",
			"It speaks for another agency than its topic's.", Remedy.IDENTITY),

	BAD_ENTITY_ID("รหัสรายการไม่อยู่ในรูป <หน่วยงาน>:<รหัสภายใน>", "Its entity id is not <agency>:<local id>.",
			Remedy.IDENTITY),

	FOREIGN_ENTITY("รายการเป็นของหน่วยงานอื่น", "Its entity belongs to another agency.", Remedy.IDENTITY),

	FOREIGN_KEY("คีย์ของระเบียนไม่ตรงกับรหัสรายการ", "Its key is not the id of what it is about.", Remedy.IDENTITY),

	BAD_REVISION("เลขฉบับต่ำกว่า 1 หรือรายการงบประมาณมีเลขฉบับอื่นนอกจาก 1",
			"Its revision is below 1, or a posting's is not 1.", Remedy.REVISION),

	WRONG_EVENT_ID("รหัสเหตุการณ์ไม่ได้มาจากหน่วยงาน ประเภท รายการ และเลขฉบับ",
			"Its event id does not follow from agency, family, entity and revision.", Remedy.IDENTITY),

	MISSING_HEADER("ขาดส่วนหัว CloudEvents", "A CloudEvents header is missing.", Remedy.IDENTITY),

	WRONG_HEADER("ส่วนหัว CloudEvents ไม่ตรงกับเนื้อหา", "A CloudEvents header says something else than its value.",
			Remedy.IDENTITY),

	FOREIGN_ACTOR("การกระทำอ้างชื่อผู้กระทำอื่นที่ไม่ใช่เจ้าของหัวข้อ",
			"It is an act of another principal than its topic's.", Remedy.ACT),

	UNKNOWN_ACT_KIND("ไม่มีการกระทำประเภทนี้", "There is no act of that kind.", Remedy.ACT),

	ACT_INCOMPLETE("การกระทำขาดสิ่งที่ประเภทของมันต้องมี", "It lacks what an act of its kind needs.", Remedy.ACT),

	IMPOSSIBLE_VALUE("มีช่องข้อมูลที่มีค่าเป็นไปไม่ได้", "A field has a value that cannot be.", Remedy.VALUE),

	CONTRADICTION("ใช้เลขฉบับเดิมกับเนื้อหาที่ต่างไป", "It repeats a revision with other content.", Remedy.REVISION),

	UNSTORABLE("มีค่าที่ไม่สามารถจัดเก็บได้", "A value in it cannot be stored.", Remedy.VALUE);

	private final String thai;

	private final String english;

	private final Remedy remedy;

	RejectionCode(String thai, String english, Remedy remedy) {
		this.thai = thai;
		this.english = english;
		this.remedy = remedy;
	}

	/** A sentence in Thai, with the place in the record. */
	String reasonInThai(String detail) {
		return this.thai + " (" + detail + ")";
	}

	/** A sentence in English, with the place in the record. */
	String reasonInEnglish(String detail) {
		return this.english + " (" + detail + ")";
	}

	Remedy remedy() {
		return this.remedy;
	}

}
