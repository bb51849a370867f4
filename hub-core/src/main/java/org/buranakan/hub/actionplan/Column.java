package org.buranakan.hub.actionplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Money;
import org.buranakan.hub.actionplan.Cell.Words;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Text;
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
		List<Column> columns = new ArrayList<>(List.of(
				new Column("กิจกรรม / จังหวะก้าว", 42, (item) -> words(item.what()),
						(totals) -> new Words("รวม " + totals.items() + " รายการ")),
				words("ประเภท", 20, (item) -> thai(item.kind())),
				words("หน่วยงานที่รายงาน", 26, (item) -> thai(item.who().agency())),
				words("ผู้รับผิดชอบ", 26, (item) -> thai(item.who().organiser())),
				words("ผู้ร่วมดำเนินการ", 26, (item) -> list(item.who().partners().stream().map(Column::thai))),
				words("จังหวัด", 14, (item) -> list(item.where().stream().map((place) -> thai(place.province())))),
				words("พื้นที่", 22, (item) -> list(item.where().stream().map((place) -> place.name().th()))),
				words("รหัสพื้นที่", 10, (item) -> list(item.where().stream().map(ActionItem.Place::code))),
				words("สถานที่", 20, (item) -> (item.venue() != null) ? item.venue() : ""),
				words("เริ่ม", 14, (item) -> Wording.TH.date(item.startsOn(), precision(item))),
				words("สิ้นสุด", 14, (item) -> Wording.TH.date(item.endsOn(), precision(item))),
				words("สถานะ", 15, (item) -> Wording.TH.status(item.status())),
				new Column("เป้าหมาย (คน)", 10, (item) -> count(item.participantsTarget()),
						(totals) -> new Count(totals.participantsTarget())),
				new Column("เข้าร่วม (คน)", 10, (item) -> count(item.participants()),
						(totals) -> new Count(totals.participants()))));
		phases().map(Column::money).forEach(columns::add);
		columns.addAll(List.of(
				new Column("เงินที่ติดขัด (บาท)", 16, (item) -> money(Totals.blocked(item)),
						(totals) -> new Money(totals.blocked())),
				words("ติดขัดเพราะ", 26, (item) -> list(item.blocked().stream().map((held) -> held.name().th()))),
				words("แผน", 30, (item) -> (item.plan() != null) ? item.plan().title().th() : ""),
				words("ท่าทีของภาคี", 34,
						(item) -> list(item.agreedBy()
							.stream()
							.map((one) -> thai(one.party()) + ": " + Wording.TH.stance(one.stance()) + " (ฉบับที่ "
									+ one.planRevision() + ")"))),
				words("รายการเดียวกับ", 16, (item) -> (item.sameAs() != null) ? item.sameAs() : ""),
				words("ที่มาของข้อมูล", 16, (item) -> Wording.TH.basis(item.basis())),
				words("ช่องที่เติมเป็นตัวอย่าง", 18, (item) -> list(item.filledIn().stream())),
				words("รหัส", 24, ActionItem::id),
				words("บันทึกต้นทาง", 30, (item) -> item.lineage().topic() + "@" + item.lineage().offset())));
		return columns;
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

	private static Cell words(Text text) {
		return new Words(text.th());
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

	private static String thai(Named named) {
		return Wording.TH.name(named);
	}

	private static String list(Stream<String> texts) {
		return texts.distinct().collect(Collectors.joining("; "));
	}

}
