package org.buranakan.hub.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** What a person is told of a replay. */
final class ReplayReport {

	private final PrintWriter out;

	private final Language language;

	private String told = "";

	ReplayReport(PrintWriter out, Language language) {
		this.out = out;
		this.language = language;
	}

	void cut(JsonNode cut) {
		say("ถึงจุดตัด %s (ตัดเมื่อ %s)", "Until cut %s (taken at %s)", text(cut, "id"), text(cut, "takenAt"));
	}

	void waits() {
		say("มีการคำนวณซ้ำอื่นกำลังทำอยู่ รอให้จบก่อน", "Another replay is under way; waiting for it to end.");
	}

	/** Once per state and hundredth. */
	void progress(JsonNode replay) {
		long folded = replay.path("folded").longValue();
		long all = replay.path("toFold").longValue();
		String state = text(replay, "state");
		String now = state + ((all == 0) ? 0 : folded * 100 / all);
		if (all > 0 && !now.equals(this.told)) {
			this.told = now;
			say("%s: %,d จาก %,d รายการ", "%s: %,d of %,d records", step(state), folded, all);
		}
	}

	private String step(String state) {
		return switch (state) {
			case "FOLDING" -> this.language.of("อ่านบันทึกซ้ำ", "Folding the logs");
			case "DERIVING" -> this.language.of("คำนวณผลรวมและข้อสังเกต", "Deriving sums and findings");
			default -> this.language.of("เปรียบเทียบ", "Comparing");
		};
	}

	void end(JsonNode replay) {
		JsonNode result = replay.path("result");
		fingerprint("ภาพที่แสดงหรือที่บันทึกไว้", "Shown, or on record", result.path("live"));
		fingerprint("คำนวณซ้ำจากบันทึก", "Replayed from the logs", result.path("replayed"));
		result.path("accounts")
			.forEach((log) -> say("%s: นับไว้ %s แต่คำนวณซ้ำได้ %s", "%s: counted were %s, replayed are %s",
					text(log, "topic"), counts(log.path("live")), counts(log.path("replayed"))));
		result.path("differences").forEach(this::table);
		switch (text(replay, "state")) {
			case "EQUAL" -> say("ตรงกัน: ภาพเป็นไปตามบันทึกทุกประการ", "EQUAL: the view is what the logs say.");
			case "DIFFERENT" -> say("ไม่ตรงกัน", "DIFFERENT");
			case "ESTABLISHED" -> say("เดิมไม่มีลายนิ้วมือของจุดตัดนี้ให้เทียบ จึงบันทึกผลครั้งนี้ไว้เป็นหลัก",
					"ESTABLISHED: nothing was on record of this cut; what was found is from now on.");
			default -> say("ไม่มีผล: %s", "FAILED: %s", text(replay, "failure"));
		}
	}

	private void fingerprint(String th, String en, JsonNode fingerprint) {
		if (fingerprint.isObject()) {
			say(th + ": %s (ข้อเท็จจริง %s, %,d แถว)", en + ": %s (facts %s, %,d rows)", text(fingerprint, "sha256"),
					text(fingerprint, "facts"), fingerprint.path("rows").longValue());
		}
	}

	private void table(JsonNode table) {
		say("ตาราง %s: มีเฉพาะในภาพ %,d แถว มีเฉพาะในบันทึก %,d แถว",
				"Table %s: %,d rows in the view alone, %,d in the logs alone", text(table, "table"),
				table.path("live").longValue(), table.path("replayed").longValue());
		table.path("liveRows").forEach((row) -> this.out.println("  - " + values(row)));
		table.path("replayedRows").forEach((row) -> this.out.println("  + " + values(row)));
	}

	private static String counts(JsonNode account) {
		return account.properties()
			.stream()
			.map((count) -> count.getKey() + " " + count.getValue().longValue())
			.collect(Collectors.joining(", "));
	}

	private static String values(JsonNode row) {
		return row.valueStream()
			.map((value) -> value.isNull() ? "-" : value.asString())
			.collect(Collectors.joining(" | "));
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}

	private void say(String th, String en, Object... values) {
		this.out.println(String.format(java.util.Locale.ROOT, this.language.of(th, en), values));
	}

}
