package org.buranakan.hub.finding;

import java.util.Set;

import org.buranakan.hub.view.Text;

/**
 * Rules about money.
 */
final class MoneyRules {

	static final Rule BLOCKED_MONEY = new Rule("blocked-money", 3, Severity.WARNING, "activity", true,
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

	static final Rule OVER_DISBURSED = new Rule("over-disbursed", 2, Severity.WARNING, "budget", false,
			Set.of("agency", "area"), new Text("เบิกจ่ายเกินจัดสรร", "Disbursed over allotted"),
			new Text(
					"เงินที่เบิกจ่าย (หักที่คืน) ของรหัสงบหนึ่ง ในปีงบประมาณและพื้นที่หนึ่ง มากกว่าที่จัดสรรให้พื้นที่นั้นและพื้นที่ที่กว้างกว่ารวมกัน ถ้าไม่มีรายการจัดสรร ที่จัดสรรให้พื้นที่ที่กว้างกว่าอาจครอบคลุมส่วนที่เกิน หรือมีรายการที่อ่านขั้นไม่ได้ ถือว่าคำนวณไม่ได้",
					"Of one budget line of an agency, in one fiscal year and area, more is disbursed (less what was returned) than allotted for it and for wider areas together. Where no allotment is published, what is allotted for a wider area may cover it, or a posting’s phase is not known, it cannot be told."),
			new Text("เกินตั้งแต่ 1 สตางค์", "One satang."),
			new Sentence(
					"{line} ของ{agency} ปีงบประมาณ {year} ({area}): เบิกจ่ายสุทธิ {paidSatang} บาท จากที่จัดสรร {allottedSatang} บาท",
					"{line} of {agency}, fiscal year {year} ({area}): {paidSatang} baht disbursed less returns, {allottedSatang} baht allotted."),
			new Sentence(
					"{line} ของ{agency} ปีงบประมาณ {year} ({area}): เบิกจ่ายสุทธิ {paidSatang} บาท แต่ไม่มีรายการจัดสรรที่เผยแพร่ มีที่จัดสรรให้พื้นที่ที่กว้างกว่า หรือมีรายการที่อ่านขั้นไม่ได้ จึงบอกไม่ได้ว่าเกินหรือไม่",
					"{line} of {agency}, fiscal year {year} ({area}): {paidSatang} baht disbursed less returns, but no allotment is published, some is for a wider area, or the phase of a posting is not known: whether it is too much cannot be told."));

	static final Rule FUNDED_TWICE = new Rule("funded-twice", 2, Severity.NOTICE, "activity", false,
			Set.of("agency", "organisation"),
			new Text("กิจกรรมเดียวได้เงินจากสองหน่วยงาน", "One activity funded twice"),
			new Text(
					"กิจกรรมหนึ่ง (รายงานที่ระบุว่าเป็นกิจกรรมเดียวกัน โดยตรงหรือต่อกันไป นับเป็นหนึ่ง รายงานที่ถอนแล้วไม่เชื่อม) มีเงินขั้นเดียวกันของหน่วยงานตั้งแต่สองหน่วยงาน ตั้งแต่ขั้นอนุมัติถึงเบิกจ่าย หลังหักรายการที่กลับและเงินที่คืน ถ้าเงินทั้งหมดของขั้นนั้นมาจากแหล่งทุนเดียว หรือหน่วยงานหนึ่งเป็นแหล่งทุนของอีกหน่วยงาน อาจเป็นเงินก้อนเดียว ถือว่าคำนวณไม่ได้",
					"One activity (reports that say they are the same, at once or by way of others, count as one; withdrawn ones link nothing) has money of two agencies in the same phase, from approved to disbursed, after reversals and returns. Where all of it is of one and the same funder, or one of the agencies funds the other, it may be one money: it cannot be told."),
			new Text("สองหน่วยงานในขั้นเดียวกัน จากแหล่งทุนต่างกัน",
					"Two agencies in one phase, of different funders."),
			new Sentence(
					"“{title}” มีเงินขั้น{phase}ที่รายงานโดย{agencies} จากแหล่งทุน {funders} รวม {amountSatang} บาท",
					"“{title}” has money {phase} by {agencies}, of these funders: {funders}; {amountSatang} baht together."),
			new Sentence(
					"“{title}” มีรายการงบประมาณของ{agencies} แหล่งทุน {funders} แต่{unclear} จึงบอกไม่ได้ว่าซ้ำกันหรือไม่",
					"“{title}” has postings of {agencies}; funder: {funders}. But {unclear}: whether it is funded twice cannot be told."));

	static final Rule PHASE_OUT_OF_ORDER = new Rule("phase-out-of-order", 2, Severity.NOTICE, "budget", false,
			Set.of("agency", "area"), new Text("ผูกพันหรือเบิกจ่ายก่อนอนุมัติหรือจัดสรร", "Money ahead of its phases"),
			new Text(
					"มีวันที่เงินซึ่งผูกพันหรือเบิกจ่ายแล้ว (หักที่คืน) ของรหัสงบหนึ่ง ในปีงบประมาณและพื้นที่หนึ่ง มากกว่าที่อนุมัติหรือจัดสรรถึงวันนั้น รายการกลับนับในวันของรายการเดิม ถ้าไม่มีรายการอนุมัติหรือจัดสรรเลย หรือมีที่ให้พื้นที่ที่กว้างกว่า ถือว่าคำนวณไม่ได้",
					"On some day more of one budget line, in one fiscal year and area, was committed or disbursed (less returns) than approved or allotted by then. A reversal counts on the day of what it reverses. Where nothing approved or allotted is published, or some is for a wider area, it cannot be told."),
			new Text("เกินตั้งแต่ 1 สตางค์ ณ สิ้นวัน", "One satang at the end of a day."),
			new Sentence(
					"{line} ของ{agency} ปีงบประมาณ {year} ({area}): ณ วันที่ {since} ผูกพันหรือเบิกจ่ายแล้ว {laterSatang} บาท แต่อนุมัติหรือจัดสรรถึงวันนั้น {earlierSatang} บาท",
					"{line} of {agency}, fiscal year {year} ({area}): on {since} {laterSatang} baht were committed or disbursed, with {earlierSatang} baht approved or allotted by then."),
			new Sentence(
					"{line} ของ{agency} ปีงบประมาณ {year} ({area}): ไม่มีรายการอนุมัติหรือจัดสรรที่เผยแพร่ มีที่อนุมัติหรือจัดสรรให้พื้นที่ที่กว้างกว่า หรือมีรายการที่อ่านขั้นไม่ได้ จึงบอกไม่ได้ว่าเป็นไปตามลำดับหรือไม่",
					"{line} of {agency}, fiscal year {year} ({area}): nothing approved or allotted is published, some is for a wider area, or the phase of a posting is not known: whether the order was kept cannot be told."));

	static final Rule SPLIT_PURCHASE = new Rule("split-purchase", 2, Severity.NOTICE, "line", false,
			Set.of("agency", "organisation", "procurement", "threshold"),
			new Text("จ่ายหลายครั้งใต้วงเงินจัดซื้อจัดจ้าง", "Several payments below the procurement limit"),
			new Text(
					"เบิกจ่ายตั้งแต่สองครั้งให้ผู้รับรายเดียวจากรหัสงบเดียวในช่วงไม่กี่วัน แต่ละครั้งไม่เกินวงเงินของวิธีเฉพาะเจาะจง แต่รวมแล้วเกิน ไม่นับรายการที่กลับแล้ว และวิธีจัดซื้อที่ไม่มีวงเงิน การจ่ายที่ไม่ระบุผู้รับ วิธีจัดซื้อ หรืออ่านวงเงินไม่ได้ ไม่ใช้กล่าวถึงผู้ใด แต่ถ้ารวมกับการจ่ายใกล้กันแล้วเกินวงเงินต่ำสุด ถือว่าคำนวณไม่ได้",
					"Two or more payments to one recipient from one budget line within some days, none above the limit of the procurement method, together above it. Reversed payments and methods without a limit do not count. Payments whose recipient, method or limit is not stated or not known point at nobody; where they are above the lowest limit together with payments near them, it cannot be told."),
			new Text("วงเงินตามรายการอ้างอิง procurement ช่วงวันตาม threshold/split-purchase",
					"The limit of the reference list procurement, the days of threshold/split-purchase."),
			new Sentence(
					"{agency} จ่ายให้{recipient} จาก{line} {payments} ครั้ง ระหว่าง {from} ถึง {to} รวม {amountSatang} บาท แต่ละครั้งไม่เกินวงเงิน {limitSatang} บาท",
					"{agency} paid {recipient} {payments} times from {line}, {from} to {to}: {amountSatang} baht together, none above the limit of {limitSatang} baht."),
			new Sentence(
					"{agency} จ่ายจาก{line} {payments} ครั้ง ระหว่าง {from} ถึง {to} รวม {amountSatang} บาท แต่บางครั้งไม่ได้ระบุหรืออ่านไม่ได้ว่าผู้รับ วิธีจัดซื้อ หรือวงเงินเป็นอย่างไร จึงบอกไม่ได้ว่าแบ่งจ่ายหรือไม่",
					"{agency} paid {payments} times from {line}, {from} to {to}: {amountSatang} baht together, but of some the recipient, the method or the limit is not stated or not known: whether a purchase was split cannot be told."));

	static final Rule YEAR_END_RUSH = new Rule("year-end-rush", 2, Severity.NOTICE, "line", false,
			Set.of("agency", "threshold"), new Text("เร่งเบิกจ่ายปลายปีงบประมาณ", "Year-end rush"),
			new Text(
					"ส่วนของเงินที่เบิกจ่าย (หักที่คืน) จากรหัสงบหนึ่งในเดือนท้ายของปีงบประมาณ ต่อที่เบิกจ่ายทั้งปี (ถึงที่รายงาน) สูงกว่าเกณฑ์ รายการกลับนับในวันของรายการเดิม",
					"The share of a budget line’s disbursements (less returns) in the last months of the fiscal year, of those of the year as reported so far, is above the limit. A reversal counts on the day of what it reverses."),
			new Text("จำนวนเดือนและร้อยละตามรายการอ้างอิง threshold/year-end-rush",
					"Months and share of the reference threshold/year-end-rush."),
			new Sentence(
					"{line} ของ{agency} ปีงบประมาณ {year}: เบิกจ่ายตั้งแต่ {from} ร้อยละ {share} ของทั้งปี ({lateSatang} จาก {allSatang} บาท)",
					"{line} of {agency}, fiscal year {year}: {share} per cent of the year’s disbursements fall on {from} or later ({lateSatang} of {allSatang} baht)."),
			new Sentence(
					"{line} ของ{agency} ปีงบประมาณ {year}: ไม่มีเกณฑ์ในข้อมูลอ้างอิง หรือมีรายการที่อ่านขั้นไม่ได้ จึงบอกไม่ได้ว่าเร่งเบิกจ่ายปลายปีหรือไม่",
					"{line} of {agency}, fiscal year {year}: reference states no limit or the phase of a posting is not known: whether there was a rush cannot be told."));

	private MoneyRules() {
	}

}
