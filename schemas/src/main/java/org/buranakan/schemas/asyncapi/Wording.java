package org.buranakan.schemas.asyncapi;

import org.buranakan.schemas.topic.Party;
import org.buranakan.schemas.topic.Topics;

/**
 * What people read of a kind of topic.
 *
 * @param title in both languages
 * @param key what records are keyed by
 * @param keyPattern of the key
 */
record Wording(String title, String key, String keyPattern) {

	private static final String ENTITY = "^[a-z][a-z0-9-]*:.+$";

	private static final String ENTITY_ID = "Entity id: `<agency>:<local id>`";

	static Wording of(Topics kind) {
		return switch (kind) {
			case PLAN -> entity("แผนของหน่วยงาน · Plans of an agency, each record the whole plan");
			case ACTIVITY -> entity("กิจกรรมของหน่วยงาน · Activities of an agency, each record the whole activity");
			case BUDGET -> entity("รายการงบประมาณ · Budget postings of an agency; final, corrected by reversals");
			case COMPLAINT -> entity("จำนวนเรื่องร้องทุกข์ · Counts of complaints of an agency, never a person's data");
			case AGREEMENT -> entity("ท่าทีต่อแผนร่วม · An agency's stances on joint plans");
			case ANSWER -> entity("คำชี้แจงต่อข้อสังเกต · An agency's answers to findings");
			case REFUSED ->
				new Wording("ข้อมูลที่ตัวเชื่อมไม่รับ · What an agency's connector refused, with reason and remedy",
						"Place in the source", "^.+$");
			case SEAL -> new Wording(
					"ตราประทับบันทึก · Signed checkpoint notes over an agency's topics; empty until sealing is in use",
					"Name of the topic that is sealed", "^agency\\..+$");
			case RAW -> new Wording(
					"การเปลี่ยนแปลงดิบจากฐานข้อมูล · Changes captured from an agency's database; there once its Kafka Connect captures a table",
					"Primary key, as JSON", "^.+$");
			case REFERENCE -> new Wording("ข้อมูลอ้างอิง · Reference data: areas, agencies, code lists, logs",
					"`<kind>/<code>`", "^[^/]+/.+$");
			case CLOCK -> new Wording("วันทำการ · The business date, one record a day", "The date, ISO",
					"^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
			case REJECTED -> new Wording("บันทึกที่ระบบไม่รับ · Records that the hub did not apply: pointer and reason",
					"`<topic>/<partition>/<offset>`", "^[^/]+/[0-9]+/[0-9]+$");
			case VIEW_PLAN -> entity("แผนในภาพรวม · Plans of the integrated view");
			case VIEW_ACTIVITY -> entity("กิจกรรมในภาพรวม · Activities of the integrated view");
			case VIEW_BUDGET -> new Wording("เงินในภาพรวม · Money of the integrated view, by agency, line and area",
					"`<agency>:<budget line>:<fiscal year>:<area>`, of the line `:` and `%` escaped as in a URI",
					"^[^:]+:[^:]+:[0-9]{4}:[^:]+$");
			case VIEW_AREA -> new Wording("พื้นที่ในภาพรวม · Areas of the integrated view", "Area code", "^.+$");
			case VIEW_FINDING ->
				new Wording("ข้อสังเกต · Findings of the integrated view", "Finding id: `<rule>:…`", "^[a-z-]+:.+$");
			case CUT -> new Wording("จุดตัดของบันทึก · Cuts: one offset per log, frozen for ever",
					"Cut id: SHA-256 over its positions", "^[0-9a-f]{64}$");
			case ACT -> new Wording(
					"การกระทำของผู้ตรวจสอบและผู้ดูแล · What an auditor or operator did; empty until somebody acts",
					"Act id", "^[0-9a-f-]{36}$");
		};
	}

	/** Who that is. */
	static String of(Party party) {
		return switch (party) {
			case OWNER -> "หน่วยงานเจ้าของ · The agency whose name the topic bears";
			case ACTOR -> "ผู้กระทำ · The auditor or operator whose name the topic bears";
			case OWNERS_CONNECT -> "Kafka Connect ของหน่วยงานเจ้าของ · The agency's Kafka Connect worker";
			case AGENCIES -> "ทุกหน่วยงาน · Every agency";
			case EVERYONE -> "ทุกผู้ใช้ · Whoever has a password";
			case HUBS_CONNECT -> "Kafka Connect ของระบบกลาง · The hub's Kafka Connect worker";
			case HUB -> "ระบบกลาง · The hub";
			case OPERATORS -> "ผู้ดูแลข้อมูลอ้างอิง · Operators of the reference data";
			case DASHBOARDS -> "ระบบแสดงผล · Dashboards";
			case AUDITORS -> "ผู้ตรวจสอบ · Auditors";
		};
	}

	private static Wording entity(String title) {
		return new Wording(title, ENTITY_ID, ENTITY);
	}

}
