package org.buranakan.connectors.source.spreadsheet;

import java.util.List;

import org.buranakan.connectors.mapping.Refusal;

/** A report as a text in Thai, with a byte order mark so that every editor shows it. */
record ReportText(Handed handed, List<Refusal> refusals) {

	String of(String file) {
		StringBuilder text = new StringBuilder("\uFEFF").append("ผลการรับไฟล์ ").append(file).append("\r\n\r\n");
		line(text, "แถวที่รับใหม่หรือมีการแก้ไข", this.handed.applied());
		line(text, "แถวที่เหมือนเดิม", this.handed.unchanged());
		line(text, "แถวที่ไม่รับ", this.handed.refused());
		line(text, "รายการที่เผยแพร่", this.handed.events());
		vanished(text, this.handed.vanished());
		layout(text, this.handed.layout());
		list(text, "แผ่นงานที่ไม่ได้อ่าน", this.handed.ignoredSheets());
		this.refusals.forEach((refusal) -> append(text, refusal));
		if (this.handed.unlisted() > 0) {
			text.append("\r\nและอีก ").append(this.handed.unlisted()).append(" จุด แก้ตามรายการข้างต้นแล้วส่งใหม่\r\n");
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
		some(text, "แถวผลรวมที่ไม่นำเข้า", layout.totals());
		some(text, "แถวหัวข้อที่ไม่นำเข้า", layout.sections());
		some(text, "แถวว่างระหว่างข้อมูล", layout.blank());
		some(text, "แถวที่ถูกซ่อนไว้ในไฟล์ (อ่านด้วย)", layout.hidden());
		list(text, "แผ่นงานที่ถูกซ่อนไว้ในไฟล์ (อ่านด้วย)", layout.hiddenSheets());
	}

	private static void append(StringBuilder text, Refusal refusal) {
		text.append("\r\n").append(refusal.cell());
		if (!refusal.heading().isEmpty()) {
			text.append("  (").append(refusal.heading()).append(')');
		}
		if (!refusal.objection().offered().isEmpty()) {
			text.append("\r\n  ค่าในช่อง: ").append(refusal.objection().offered());
		}
		text.append("\r\n  ")
			.append(refusal.objection().reason().getTh())
			.append("\r\n  วิธีแก้ไข: ")
			.append(refusal.objection().remedy().getTh())
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
