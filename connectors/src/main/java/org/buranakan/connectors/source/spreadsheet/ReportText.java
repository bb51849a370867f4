package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.schemas.event.LocalizedText;

/**
 * A report as a text in Thai and English, with a byte order mark so that every editor
 * shows it.
 */
record ReportText(Handed handed, List<Refusal> refusals) {

	/** The line by which the reports of one file are known, wherever it lies. */
	static String handedInAs(String name) {
		return "ชื่อไฟล์ที่ส่ง / Handed in as: " + name;
	}

	/** Of a file that lies there under the first name and was handed in as the second. */
	String of(String file, String name) {
		StringBuilder text = new StringBuilder("\uFEFF").append("ผลการรับไฟล์ / Result of ")
			.append(file)
			.append("\r\n")
			.append(handedInAs(name))
			.append("\r\n\r\n");
		line(text, "แถวที่รับใหม่หรือมีการแก้ไข / new or changed rows", this.handed.applied());
		line(text, "แถวที่เหมือนเดิม / rows as before", this.handed.unchanged());
		line(text, "แถวที่ไม่รับ / rows refused", this.handed.refused());
		line(text, "รายการที่เผยแพร่ / events published", this.handed.events());
		vanished(text, this.handed.vanished());
		layout(text, this.handed.layout());
		list(text, "แผ่นงานที่ไม่ได้อ่าน / sheets not read", this.handed.ignoredSheets());
		this.refusals.forEach((refusal) -> append(text, refusal));
		if (this.handed.unlisted() > 0) {
			text.append("\r\nและอีก ")
				.append(this.handed.unlisted())
				.append(" จุด แก้ตามรายการข้างต้นแล้วส่งใหม่ / more are not listed: mend these and hand the file in again\r\n");
		}
		return text.toString();
	}

	private static void vanished(StringBuilder text, Handed.Vanished vanished) {
		some(text, "รายการที่ถอนเพราะไม่มีในไฟล์แล้ว / withdrawn, because not in the file any more",
				vanished.withdrawn());
		vanished.staying()
			.forEach((staying) -> text.append("\r\n")
				.append(staying.why().th())
				.append("\r\n")
				.append(staying.why().en())
				.append("\r\n\r\n"));
	}

	/** What is not worth a line has none. */
	private static void layout(StringBuilder text, Layout layout) {
		some(text, "แถวผลรวมที่ไม่นำเข้า / totals left out", layout.totals());
		some(text, "แถวหัวข้อที่ไม่นำเข้า / section rows left out", layout.sections());
		some(text, "แถวว่างระหว่างข้อมูล / blank rows between", layout.blank());
		some(text, "แถวที่ถูกซ่อนไว้ในไฟล์ (อ่านด้วย) / hidden rows (read too)", layout.hidden());
		list(text, "แผ่นงานที่ถูกซ่อนไว้ในไฟล์ (อ่านด้วย) / hidden sheets (read too)", layout.hiddenSheets());
	}

	private static void append(StringBuilder text, Refusal refusal) {
		text.append("\r\n").append(refusal.cell());
		if (!refusal.heading().isEmpty()) {
			text.append("  (").append(refusal.heading()).append(')');
		}
		if (!refusal.objection().offered().isEmpty()) {
			text.append("\r\n  ค่าในช่อง / value: ").append(refusal.objection().offered());
		}
		LocalizedText reason = refusal.objection().reason();
		LocalizedText remedy = refusal.objection().remedy();
		text.append("\r\n  ")
			.append(reason.getTh())
			.append("\r\n  วิธีแก้ไข: ")
			.append(remedy.getTh())
			.append("\r\n  ")
			.append(reason.getEn())
			.append("\r\n  Remedy: ")
			.append(remedy.getEn())
			.append("\r\n");
	}

	private static void line(StringBuilder text, String what, int count) {
		text.append(what).append(": ").append(count).append("\r\n");
	}

	private static void some(StringBuilder text, String what, int count) {
		if (count > 0) {
			line(text, what, count);
		}
	}

	private static void list(StringBuilder text, String what, List<String> names) {
		if (!names.isEmpty()) {
			text.append(what).append(": ").append(String.join(", ", names)).append("\r\n");
		}
	}

}
