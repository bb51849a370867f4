package org.buranakan.hub.intake;

/** What the writer of a rejected record can do about it. */
enum Remedy {

	RESEND("เผยแพร่รายการนั้นใหม่ให้ครบถ้วนด้วยเลขฉบับถัดไป",
			"Publish the entity again, whole, with its next revision."),

	FORMAT("เขียนเนื้อหาตามสัญญาข้อมูลที่ลงทะเบียนไว้ของหัวข้อ แล้วเผยแพร่ด้วยเลขฉบับถัดไป",
			"Write the value with the registered contract of the topic, then publish it with the next revision."),

	IDENTITY("ให้ตัวเชื่อมต่อสร้างหัวข้อ คีย์ ส่วนหัว และรหัสจากตัวเหตุการณ์เอง แล้วเผยแพร่ใหม่",
			"Let the connector derive topic, key, headers and ids from the event itself, then publish it again."),

	REVISION("เผยแพร่เนื้อหาที่เปลี่ยนด้วยเลขฉบับถัดไป รายการงบประมาณให้แก้ด้วยรายการกลับบัญชี",
			"Publish changed content with the next revision; correct a posting by a reversing posting."),

	ACT("บันทึกการกระทำใหม่ด้วยรหัสใหม่ ในหัวข้อของผู้กระทำเอง ให้ครบถ้วน (คำสั่ง audit act ทำให้ครบ)",
			"Write the act again with a new id, in the actor's own topic, complete (the command audit act does)."),

	VALUE("แก้ค่าที่ต้นทาง แล้วเผยแพร่รายการด้วยเลขฉบับถัดไป",
			"Correct the field at its source and publish the entity with its next revision.");

	private final String thai;

	private final String english;

	Remedy(String thai, String english) {
		this.thai = thai;
		this.english = english;
	}

	String thai() {
		return this.thai;
	}

	String english() {
		return this.english;
	}

}
