package org.buranakan.hub.actionplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Money;
import org.buranakan.hub.actionplan.Cell.Words;
import org.buranakan.hub.view.StanceView;
import org.buranakan.schemas.event.BudgetPhase;
import org.buranakan.schemas.event.DatePrecision;
import org.jspecify.annotations.Nullable;

/**
 * A column of the plan as an office circulates it: organisation × area × time × money.
 *
 * @param width in characters
 * @param total what the last row says of all items; blank where a sum says nothing
 */
record Column(String heading, int width, Function<ActionItem, Cell> cell, Function<Totals, Cell> total) {

	static List<Column> all() {
		List<Column> columns = new ArrayList<>(
				List.of(new Column("กิจกรรม / จังหวะก้าว", 36, (item) -> new Words(item.what().th()), Column::counts),
						words("ประเภท", 16, (item) -> Wording.TH.name(item.kind())),
						words("หน่วยงานที่รายงาน", 20, (item) -> Wording.TH.name(item.who().agency())),
						words("ผู้รับผิดชอบ", 20, (item) -> Wording.TH.name(item.who().organiser())),
						words("ผู้ร่วมดำเนินการ", 24, (item) -> Listing.of(item.who().partners().stream(), "องค์กร")),
						words("จังหวัด", 12, (item) -> Listing.provinces(item.where())),
						words("พื้นที่", 20, (item) -> Listing.places(item.where())),
						words("รหัสพื้นที่", 9, (item) -> Listing.codes(item.where())),
						words("สถานที่", 18, (item) -> (item.venue() != null) ? item.venue() : ""),
						words("เริ่ม", 13, (item) -> Wording.TH.date(item.startsOn(), precision(item))),
						words("สิ้นสุด", 13, (item) -> Wording.TH.date(item.endsOn(), precision(item))),
						words("สถานะ", 12, (item) -> Wording.TH.status(item.status())),
						words("นับในยอดรวม", 8, (item) -> item.counted() ? "นับ" : ""),
						new Column("เป้าหมาย (คน)", 9, (item) -> count(item.participantsTarget()),
								(totals) -> new Count(totals.participantsTarget())),
						new Column("เข้าร่วม (คน)", 9, (item) -> count(item.participants()),
								(totals) -> new Count(totals.participants()))));
		phases().map(Column::money).forEach(columns::add);
		columns.addAll(List.of(
				new Column("เงินที่ติดขัด (บาท)", 14, (item) -> money(Totals.blocked(item)),
						(totals) -> new Money(totals.blocked())),
				words("ติดขัดเพราะ", 20,
						(item) -> Listing.text(item.blocked().stream().map((held) -> held.name().th()).toList(),
								"เหตุ")),
				words("แผน", 26, (item) -> (item.plan() != null) ? item.plan().title().th() : ""),
				words("ท่าทีของภาคี", 30,
						(item) -> Listing.text(item.agreedBy().stream().map(Column::stance).toList(), "ภาคี")),
				words("รายการเดียวกับ", 14, (item) -> (item.sameAs() != null) ? item.sameAs() : ""),
				words("ไม่ตรงกับรายงานอื่น", 10, (item) -> item.contradicted() ? "ไม่ตรงกัน" : ""),
				words("ที่มาของข้อมูล", 14, (item) -> Wording.TH.basis(item.basis())),
				words("ช่องที่เติมเป็นตัวอย่าง", 16, (item) -> Listing.text(item.filledIn(), "ช่อง")),
				words("รหัส", 20, ActionItem::id),
				words("บันทึกต้นทาง", 26, (item) -> item.lineage().topic() + "@" + item.lineage().offset())));
		return columns;
	}

	private static Cell counts(Totals totals) {
		return new Words("รวม " + totals.items() + " รายการ (" + totals.activities() + " กิจกรรม)");
	}

	private static String stance(StanceView one) {
		return Wording.TH.name(one.party()) + ": " + Wording.TH.stance(one.stance()) + " (ฉบับที่ " + one.planRevision()
				+ ")";
	}

	/** In the order in which money passes through them; the unknown last. */
	static Stream<BudgetPhase> phases() {
		return Stream.concat(Arrays.stream(BudgetPhase.values()).filter((phase) -> phase != BudgetPhase.UNKNOWN),
				Stream.of(BudgetPhase.UNKNOWN));
	}

	private static Column money(BudgetPhase phase) {
		return new Column(Wording.TH.phase(phase) + " (บาท)", 16, (item) -> money(Totals.amount(item, phase)),
				(totals) -> new Money(totals.amount(phase)));
	}

	private static Column words(String heading, int width, Function<ActionItem, String> text) {
		return new Column(heading, width, (item) -> new Words(text.apply(item)), (totals) -> Cell.BLANK);
	}

	private static Cell count(@Nullable Long number) {
		return (number != null) ? new Count(number) : Cell.BLANK;
	}

	/** An item without money of the phase has an empty cell: it is read at a glance. */
	private static Cell money(@Nullable Long satang) {
		return (satang != null) ? new Money(satang) : Cell.BLANK;
	}

	private static DatePrecision precision(ActionItem item) {
		return DatePrecision.valueOf(item.datePrecision());
	}

}
