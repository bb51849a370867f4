package org.buranakan.hub.finding;

import java.util.List;
import java.util.Set;

import org.buranakan.hub.view.Text;

/**
 * The rules in force.
 */
final class Rules {

	private static final Rule JOIN_UP = new Rule("join-up", 1, Severity.NOTICE, "activity", false,
			Set.of("activity-kind", "area", "agency"), new Text("อาจร่วมจัดด้วยกันได้", "Could be held together"),
			new Text(
					"กิจกรรมประเภทเดียวกัน พื้นที่เดียวกัน วันทับกัน ของสองหน่วยงาน ที่ยังไม่ยกเลิก ไม่ได้เสร็จแล้วทั้งคู่ และไม่ใช่กิจกรรมร่วมเดียวกัน",
					"Two agencies' activities of the same kind that name the same area on overlapping days; neither cancelled nor withdrawn, not both done, not reports of one joint activity."),
			new Text("ทับกันตั้งแต่ 1 วัน วันที่ระบุละเอียดถึงเดือนเป็นอย่างน้อย",
					"One day of overlap; dates stated to the month or better, otherwise it cannot be told."),
			new Sentence(
					"{firstAgency} และ {secondAgency} มีกิจกรรม “{kind}” ที่{areas}[ และอีก {more} พื้นที่] ในวันที่ทับกัน ({from} ถึง {to}): “{firstTitle}” และ “{secondTitle}”",
					"{firstAgency} and {secondAgency} both have “{kind}” in {areas}[ and {more} more] on overlapping days ({from} to {to}): “{firstTitle}” and “{secondTitle}”."),
			new Sentence(
					"{firstAgency} และ {secondAgency} มีกิจกรรม “{kind}” ที่{areas}[ และอีก {more} พื้นที่] แต่วันที่ระบุไม่ละเอียดพอที่จะบอกว่าทับกันหรือไม่: “{firstTitle}” และ “{secondTitle}”",
					"{firstAgency} and {secondAgency} both have “{kind}” in {areas}[ and {more} more], but their dates are not stated closely enough to tell whether they overlap: “{firstTitle}” and “{secondTitle}”."));

	private static final Rule LEFT_OUT = new Rule("left-out", 1, Severity.NOTICE, "area", false,
			Set.of("programme", "area", "agency"),
			new Text("พื้นที่โครงการที่ยังไม่มีแผนหรือกิจกรรม", "Programme area without plan or activity"),
			new Text(
					"ตำบลที่แผนของโครงการระบุไว้ แต่ไม่มีกิจกรรมใดระบุตำบลนั้น หรือแผนที่เคยระบุถูกถอนทั้งหมด ถ้ากิจกรรมของแผนระบุเพียงอำเภอหรือจังหวัด ถือว่าคำนวณไม่ได้",
					"A tambon that a plan of the programme names and no standing activity names, or whose every plan was withdrawn. Where activities of its plan name only the amphoe or province, it cannot be told."),
			new Text("ไม่มีเลย", "None at all."),
			new Sentence("ตำบล{area} อำเภอ{amphoe} จังหวัด{province} อยู่ในแผนของ{agencies} แต่ยังไม่มี{missing}",
					"{area} ({amphoe}, {province}) is in a plan of {agencies} and has not got {missing}."),
			new Sentence(
					"ตำบล{area} อำเภอ{amphoe} จังหวัด{province} อยู่ในแผนของ{agencies} กิจกรรมของแผนระบุเพียงอำเภอหรือจังหวัด จึงบอกไม่ได้ว่าถึงตำบลนี้หรือไม่",
					"{area} ({amphoe}, {province}) is in a plan of {agencies} whose activities name only the amphoe or province: whether they reach it cannot be told."));

	private static final Rule BLOCKED_MONEY = new Rule("blocked-money", 2, Severity.WARNING, "activity", true,
			Set.of("restriction", "agency"),
			new Text("เงินของกิจกรรมยังติดข้อจำกัด", "An activity's money is held by a restriction"),
			new Text(
					"กิจกรรมที่ยังไม่เสร็จและไม่ยกเลิก ใกล้หรือเลยวันเริ่ม ซึ่งรายการงบประมาณของกิจกรรมมีข้อจำกัดอยู่ เงินก้อนเดียวกันที่ติดในหลายขั้นนับครั้งเดียว เงินที่จ่ายแล้ว (หักที่คืน) หรือส่งคืนโดยยังไม่จ่ายไม่นับ โดยถือว่าจ่ายจากส่วนที่ไม่ติดข้อจำกัดก่อน",
					"An activity neither done nor cancelled, near or past its start, with postings under a restriction. Money held in several phases counts once; what is paid (less refunds) or returned unspent does not count; payments are taken from what no restriction holds first."),
			new Text("30 วันก่อนวันเริ่ม", "30 days before the start."),
			new Sentence(
					"“{title}” ของ{agency} {state} {startsOn} แต่เงิน {amountSatang} บาทยังติด{restrictions}[ มีผู้รอเข้าร่วม {people} คน]",
					"“{title}” of {agency} {state} {startsOn}, while {amountSatang} baht are held by: {restrictions}[; {people} people are waiting]."),
			new Sentence("“{title}” ของ{agency}: คำนวณไม่ได้", "“{title}” of {agency}: cannot be computed."));

	private static final List<Rule> ALL = List.of(JOIN_UP, LEFT_OUT, BLOCKED_MONEY);

	private Rules() {
	}

	static List<Rule> all() {
		return ALL;
	}

}
