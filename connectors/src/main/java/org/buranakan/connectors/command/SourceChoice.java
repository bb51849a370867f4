package org.buranakan.connectors.command;

/**
 * What an agency keeps its data in, as far as the skeleton of its profile depends on it.
 */
enum SourceChoice {

	/** Its system sends JSON over HTTP, or its officers fill in forms. */
	PUSH("push: กิจกรรม", "push: งบประมาณ", "push: เรื่องร้องทุกข์",
			"""
					หน้า http://127.0.0.1:8090 มีแบบให้กรอก หรือส่ง JSON · the page there has forms; or send JSON:
					`curl -H "Authorization: Bearer $(cat token)" -H "Content-Type: application/json" --data @item.json http://127.0.0.1:8090/v1/events`
					`item.json`: `{"type": "กิจกรรม", "รหัสกิจกรรม": "1", "ประเภท": "อบรม", "ชื่อกิจกรรม": "อบรมเครือข่าย", "พื้นที่": "ชื่อหรือรหัสพื้นที่",
					"วันที่เริ่ม": "14/02/2565", "วันที่สิ้นสุด": "14/02/2565", "สถานะ": "ตามแผน"}`"""),

	/** Its officers hand in XLSX or CSV. */
	SPREADSHEET("file: \"*กิจกรรม*\"", "file: \"*งบประมาณ*\"", "file: \"*ร้องทุกข์*\"",
			"""
					วางไฟล์ XLSX หรือ CSV ที่ชื่อมีคำว่า กิจกรรม งบประมาณ หรือ ร้องทุกข์ ใน `inbox/` ผลอยู่ใน `inbox/done/` หรือส่งที่หน้า http://127.0.0.1:8090
					drop a file with กิจกรรม, งบประมาณ or ร้องทุกข์ in its name into `inbox/`, its result lies in `inbox/done/`; or hand it in on that page"""),

	/** Debezium captures its database. */
	DATABASE("table: public.activities", "table: public.budget", "table: public.complaints",
			"""
					ทำงานในฐานข้อมูลตามปกติ เมื่อ Kafka Connect ของหน่วยงานพร้อม ตั้งค่า buranakan.capture.agencies.<id> ใน `connectors.yml`
					work in your database as ever, once your Kafka Connect worker is named under buranakan.capture.agencies.<id> in `connectors.yml`
					(connect, database, credentials)""");

	private final String activities;

	private final String budget;

	private final String complaints;

	private final String handIn;

	SourceChoice(String activities, String budget, String complaints, String handIn) {
		this.activities = activities;
		this.budget = budget;
		this.complaints = complaints;
		this.handIn = handIn;
	}

	/** The skeleton with the origins of this choice in it. */
	String fill(String skeleton) {
		return skeleton.replace("ORIGIN_ACTIVITIES", this.activities)
			.replace("ORIGIN_BUDGET", this.budget)
			.replace("ORIGIN_COMPLAINTS", this.complaints)
			.replace("HAND_IN", this.handIn);
	}

}
