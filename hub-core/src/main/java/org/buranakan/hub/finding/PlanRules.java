package org.buranakan.hub.finding;

import java.util.Set;

import org.buranakan.hub.view.Text;

/**
 * Rules about plans, activities and who takes part.
 */
final class PlanRules {

	static final Rule JOIN_UP = new Rule("join-up", 2, Severity.NOTICE, "activity", false,
			Set.of("activity-kind", "area", "agency"), new Text("อาจร่วมจัดด้วยกันได้", "Could be held together"),
			new Text(
					"กิจกรรมประเภทเดียวกัน พื้นที่เดียวกัน วันทับกัน ของสองหน่วยงาน ที่ยังไม่ยกเลิก ไม่ได้เสร็จแล้วทั้งคู่ และไม่ใช่กิจกรรมร่วมเดียวกัน รายงานที่ระบุว่าเป็นกิจกรรมเดียวกัน โดยตรงหรือต่อกันไป นับเป็นหนึ่ง",
					"Two agencies' activities of the same kind that name the same area on overlapping days; neither cancelled nor withdrawn, not both done, not reports of one joint activity. Reports that say they are the same, at once or by way of others, count as one."),
			new Text("ทับกันตั้งแต่ 1 วัน วันที่ระบุละเอียดถึงเดือนเป็นอย่างน้อย",
					"One day of overlap; dates stated to the month or better, otherwise it cannot be told."),
			new Sentence(
					"{firstAgency} และ {secondAgency} มีกิจกรรม “{kind}” ที่{areas}[ และอีก {more} พื้นที่] ในวันที่ทับกัน ({from} ถึง {to}): “{firstTitle}” และ “{secondTitle}”",
					"{firstAgency} and {secondAgency} both have “{kind}” in {areas}[ and {more} more] on overlapping days ({from} to {to}): “{firstTitle}” and “{secondTitle}”."),
			new Sentence(
					"{firstAgency} และ {secondAgency} มีกิจกรรม “{kind}” ที่{areas}[ และอีก {more} พื้นที่] แต่วันที่ระบุไม่ละเอียดพอที่จะบอกว่าทับกันหรือไม่: “{firstTitle}” และ “{secondTitle}”",
					"{firstAgency} and {secondAgency} both have “{kind}” in {areas}[ and {more} more], but their dates are not stated closely enough to tell whether they overlap: “{firstTitle}” and “{secondTitle}”."));

	static final Rule CONTRADICTION = new Rule("contradiction", 2, Severity.NOTICE, "activity", false,
			Set.of("source-of-truth", "area", "agency", "organisation"),
			new Text("รายงานกิจกรรมเดียวกันไม่ตรงกัน", "Reports of one activity contradict each other"),
			new Text(
					"รายงานที่ระบุว่าเป็นกิจกรรมเดียวกัน โดยตรงหรือต่อกันไป แต่ประเภท วันที่ พื้นที่ สถานะ ผู้จัด เป้าหมายหรือจำนวนผู้เข้าร่วมขัดกัน ที่ระบุกว้างกว่า (ทั้งเดือน ทั้งอำเภอ) ไม่ถือว่าขัดกัน จะเชื่อใครในแต่ละช่องเป็นข้อมูลอ้างอิง source-of-truth ถ้าตัดสินไม่ได้ก็แสดงทุกค่าและบอกไว้",
					"Reports that say they are the same activity, at once or by way of others, and contradict each other about its kind, dates, areas, status, organiser, target or participants; what one states less closely (a month, an amphoe) contradicts nothing. Whom to believe in which field is reference data (source-of-truth); where it cannot decide, all values are shown and it says so."),
			new Text("ต่างกันหนึ่งช่อง", "One field."),
			new Sentence(
					"{agencies} รายงานกิจกรรมเดียวกัน “{title}” ไม่ตรงกันเรื่อง{fields}[ ข้อที่ยังตัดสินไม่ได้ว่าเชื่อใคร: {undecided}]",
					"{agencies} report one activity, “{title}”, and contradict each other about: {fields}[; whom to believe is not decided for: {undecided}]."),
			new Sentence("{agencies} รายงานกิจกรรมเดียวกัน “{title}”: บอกไม่ได้ว่าตรงกันหรือไม่",
					"{agencies} report one activity, “{title}”: whether they agree cannot be told."));

	static final Rule LEFT_OUT = new Rule("left-out", 2, Severity.NOTICE, "area", false,
			Set.of("programme", "area", "agency", "activity-kind"),
			new Text("พื้นที่โครงการที่ยังไม่มีแผนหรือกิจกรรม", "Programme area without plan or activity"),
			new Text(
					"ตำบลที่แผนของโครงการระบุไว้ แต่ไม่มีกิจกรรมใดระบุตำบลนั้น หรือแผนที่เคยระบุถูกถอนทั้งหมด ถ้ากิจกรรมของแผนระบุเพียงอำเภอหรือจังหวัด ถือว่าคำนวณไม่ได้ เว้นแต่เป็นการประชุมเรื่องแผนเอง",
					"A tambon that a plan of the programme names and no standing activity names, or whose every plan was withdrawn. Where activities of its plan name only the amphoe or province, it cannot be told, unless they are meetings about the plan itself."),
			new Text("ไม่มีเลย", "None at all."),
			new Sentence("ตำบล{area} อำเภอ{amphoe} จังหวัด{province} อยู่ในแผนของ{agencies} แต่ยังไม่มี{missing}",
					"{area} ({amphoe}, {province}) is in a plan of {agencies} and has not got {missing}."),
			new Sentence(
					"ตำบล{area} อำเภอ{amphoe} จังหวัด{province} อยู่ในแผนของ{agencies} กิจกรรมของแผนระบุเพียงอำเภอหรือจังหวัด จึงบอกไม่ได้ว่าถึงตำบลนี้หรือไม่",
					"{area} ({amphoe}, {province}) is in a plan of {agencies} whose activities name only the amphoe or province: whether they reach it cannot be told."));

	static final Rule MILESTONE_OVERDUE = new Rule("milestone-overdue", 2, Severity.NOTICE, "plan", true,
			Set.of("agency"), new Text("จังหวะก้าวที่เลยกำหนด", "Milestone past its date"),
			new Text(
					"จังหวะก้าวของแผนที่ไม่ใช่ร่างและไม่ได้ถอน ซึ่งถึงกำหนดก่อนวันทำการ และหน่วยงานยังไม่รายงานว่าแล้วเสร็จหรือยกเลิก ถ้ารายงานว่าแผนเสร็จสิ้นแล้ว ถือว่าคำนวณไม่ได้",
					"A milestone of a plan that is neither a draft nor withdrawn, due before the business date and reported neither as done nor as cancelled. Where the plan itself is reported as completed, it cannot be told."),
			new Text("เลยกำหนดตั้งแต่ 1 วัน", "One day past the due date."),
			new Sentence(
					"จังหวะก้าว “{milestone}” ของแผน “{title}” ({agency}) ครบกำหนด {dueOn} และยังไม่มีรายงานว่าแล้วเสร็จ",
					"“{milestone}” of the plan “{title}” ({agency}) was due on {dueOn} and is not reported as done."),
			new Sentence(
					"จังหวะก้าว “{milestone}” ของแผน “{title}” ({agency}) ครบกำหนด {dueOn} แต่สถานะที่รายงานอ่านไม่ได้ หรือรายงานว่าแผนเสร็จสิ้นแล้ว จึงบอกไม่ได้ว่าแล้วเสร็จหรือไม่",
					"“{milestone}” of the plan “{title}” ({agency}) was due on {dueOn}, but its status is not known, or the plan is reported as completed: whether it is done cannot be told."));

	static final Rule UNKNOWN_PLAN = new Rule("unknown-plan", 2, Severity.NOTICE, "plan", false, Set.of("agency"),
			new Text("อ้างถึงแผนที่ไม่มีใครเผยแพร่", "A plan is named that nobody published"),
			new Text("กิจกรรมที่ยังไม่ถอน หรือรายการงบประมาณที่ไม่ได้กลับรายการ อ้างรหัสแผนที่ไม่มีหน่วยงานใดเผยแพร่",
					"Activities that are not withdrawn, or postings that are not reversed, name a plan that no agency published."),
			new Text("ตั้งแต่ 1 รายการ", "One record."),
			new Sentence("{agencies} อ้างถึงแผน {plan} ใน{records} แต่ยังไม่มีหน่วยงานใดเผยแพร่แผนนี้",
					"{agencies}: the plan {plan} is named in {records}, and no agency has published it."),
			new Sentence("แผน {plan}: คำนวณไม่ได้", "Plan {plan}: cannot be computed."));

	static final Rule NOT_AGREED = new Rule("not-agreed", 1, Severity.NOTICE, "plan", false,
			Set.of("agency", "organisation"), new Text("แผนร่วมที่ยังเห็นชอบไม่ครบ", "Joint plan not agreed by all"),
			new Text(
					"แผนร่วมที่เสนอหรืออนุมัติแล้ว ซึ่งมีหน่วยร่วมที่ยังไม่แสดงท่าที เสนอหรือขอปรับ หรือไม่เห็นชอบ นับท่าทีล่าสุดของแต่ละฝ่าย และหน่วยงานพูดแทนกันไม่ได้ ถ้าขาดเพียงผู้ที่เห็นชอบฉบับก่อน ถือว่าคำนวณไม่ได้ เพราะไม่ทราบว่าฉบับใหม่เปลี่ยนข้อตกลงหรือไม่",
					"A joint plan, proposed or adopted, of which a partner is silent, proposes or asks for changes, or declines. The latest stance of each party counts; nobody speaks for an agency but itself. Where partners only agreed to an earlier revision, it cannot be told: whether the later one changed the terms is not published."),
			new Text("หน่วยร่วมตั้งแต่ 1 หน่วย", "One partner."),
			new Sentence(
					"แผนร่วม “{title}” ของ{agency} ฉบับที่ {revision}: เห็นชอบแล้ว {agreed} จาก {asked} หน่วยร่วม[ ยังไม่แสดงท่าที: {silent}][ เสนอหรือขอปรับ: {adjusting}][ เห็นชอบฉบับก่อน: {earlier}][ ไม่เห็นชอบ: {declined}][ ท่าทีอ่านไม่ได้: {unclear}]",
					"“{title}” of {agency}, revision {revision}: {agreed} of {asked} partners agree.[ Silent: {silent}.][ Proposing or asking for changes: {adjusting}.][ Agreed to an earlier revision: {earlier}.][ Declining: {declined}.][ Stance not known: {unclear}.]"),
			new Sentence(
					"แผนร่วม “{title}” ของ{agency} ฉบับที่ {revision}: บอกไม่ได้ว่าเห็นชอบครบหรือไม่[ เห็นชอบฉบับก่อน และไม่ทราบว่าข้อตกลงเปลี่ยนหรือไม่: {earlier}][ ท่าทีอ่านไม่ได้: {unclear}][ ไม่ได้ระบุหรืออ่านไม่ได้: {unstated}]",
					"“{title}” of {agency}, revision {revision}: whether all partners agree cannot be told.[ Agreed to an earlier revision, and whether the terms have changed is not known: {earlier}.][ Stance not known: {unclear}.][ Not stated or not known: {unstated}.]"));

	static final Rule NO_COMMITTEE = new Rule("no-committee", 1, Severity.NOTICE, "province", false,
			Set.of("activity-kind", "programme", "area"),
			new Text("จังหวัดที่ยังไม่มีคณะกรรมการธรรมาภิบาล", "Province without a good-governance committee"),
			new Text(
					"จังหวัดที่มีพื้นที่ในแผนของโครงการ แต่ยังไม่มีการประชุมคณะกรรมการธรรมาภิบาลจังหวัดที่รายงานว่ากำลังดำเนินการหรือแล้วเสร็จ",
					"A province with areas in a standing plan of the programme in which no meeting of a good-governance committee is reported as under way or done."),
			new Text("ไม่มีเลย", "None at all."),
			new Sentence(
					"จังหวัด{province} อยู่ในโครงการ แต่ยังไม่มีรายงานว่าคณะกรรมการธรรมาภิบาลจังหวัดได้ประชุม[ การประชุมครั้งแรกตามแผนคือ {planned}]",
					"{province} is in the programme, and no meeting of its good-governance committee is reported as held[; the first is planned for {planned}]."),
			new Sentence(
					"จังหวัด{province} อยู่ในโครงการ แต่บอกไม่ได้ว่ามีคณะกรรมการธรรมาภิบาลแล้วหรือไม่ เพราะสถานะของการประชุมอ่านไม่ได้ หรือรายการอ้างอิงไม่ได้ระบุว่ากิจกรรมประเภทใดคือการประชุมของคณะกรรมการ",
					"{province} is in the programme; whether it has a good-governance committee cannot be told: the status of a meeting is not known, or reference does not say which kind of activity is one."));

	static final Rule AGENCY_SILENT = new Rule("agency-silent", 1, Severity.NOTICE, "agency", true,
			Set.of("agency", "threshold"), new Text("หน่วยงานเงียบเกินรอบรายงาน", "Agency silent beyond its cadence"),
			new Text(
					"วันที่ของข้อมูลล่าสุดที่หน่วยงานเผยแพร่ (วันที่เนื้อหาเป็นจริง ไม่เกินวันทำการ) ห่างจากวันทำการเกินรอบรายงานของหน่วยงานในข้อมูลอ้างอิง ถ้ามีข้อมูลลงวันที่หลังวันทำการ ถือว่าคำนวณไม่ได้",
					"The newest of what the agency has published, by the day on which its content became true and not after the business date, lies further before the business date than the agency’s cadence in reference. Where records of it are dated after the business date, it cannot be told."),
			new Text("รอบรายงานของหน่วยงาน หากไม่ได้ระบุใช้ค่ากลางของรายการอ้างอิง threshold/agency-silent",
					"The agency’s cadence; where none is stated, threshold/agency-silent of the reference."),
			new Sentence(
					"{agency} มีรอบรายงานทุก {cadence} วัน[ ข้อมูลล่าสุดเป็นของวันที่ {last} ซึ่งผ่านมาแล้ว {days} วัน][ {never}]",
					"{agency} is to report every {cadence} days;[ its newest record is of {last}, {days} days ago][ {never}]."),
			new Sentence("{agency}: {why} จึงบอกไม่ได้ว่าเงียบเกินรอบหรือไม่",
					"{agency}: {why}, so whether it is silent beyond its cadence cannot be told."));

	private PlanRules() {
	}

}
