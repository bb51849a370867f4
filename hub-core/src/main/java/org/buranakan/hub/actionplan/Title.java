package org.buranakan.hub.actionplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.Named;
import org.jspecify.annotations.Nullable;

/**
 * Says above a file what is in it and of which state of the view it is.
 */
record Title(ActivityFilter filter, Heading heading) {

	List<String> lines() {
		return List.of("แผนปฏิบัติการบูรณาการป้องกันและต่อต้านการทุจริต", "เฉพาะ: " + filters(),
				"ข้อมูล ณ วันทำการ " + businessDate() + " · จัดทำเมื่อ " + Wording.TH.moment(this.heading.madeAt()),
				"สถานะของบันทึกที่อ่าน (SHA-256): " + this.heading.mark());
	}

	/** What a calendar is called. */
	String name(Wording wording) {
		List<String> parts = new ArrayList<>(named(wording));
		if (this.filter.fiscalYear() != null) {
			parts.add(wording.fiscalYear(this.filter.fiscalYear()));
		}
		return wording.text("แผนปฏิบัติการบูรณาการ", "Joint action plan")
				+ (parts.isEmpty() ? "" : " · " + String.join(" · ", parts));
	}

	/**
	 * What the file is called: letters, digits and hyphens, so that any system takes it.
	 */
	String file(String kind) {
		return Stream
			.of("action-plan", this.filter.fiscalYear(), this.filter.zone(), this.filter.province(), this.filter.area(),
					this.filter.agency(), this.filter.kind(), this.heading.businessDate())
			.filter(Objects::nonNull)
			.map((part) -> part.toString().replaceAll("[^A-Za-z0-9-]", ""))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("-", "", "." + kind));
	}

	private String filters() {
		List<String> parts = new ArrayList<>();
		if (this.filter.fiscalYear() != null) {
			parts.add(Wording.TH.fiscalYear(this.filter.fiscalYear()));
		}
		parts.addAll(named(Wording.TH));
		if (this.filter.status() != null) {
			parts.add(Wording.TH.status(this.filter.status()));
		}
		if (this.filter.from() != null) {
			parts.add("ตั้งแต่ " + Wording.TH.date(this.filter.from()));
		}
		if (this.filter.to() != null) {
			parts.add("ถึง " + Wording.TH.date(this.filter.to()));
		}
		if (this.filter.q() != null && !this.filter.q().isBlank()) {
			parts.add("มีคำว่า “" + this.filter.q().strip() + "”");
		}
		return parts.isEmpty() ? "ทั้งหมด" : String.join(" · ", parts);
	}

	private List<String> named(Wording wording) {
		return Stream
			.of(named("เขตพื้นที่ของ ", "area of ", this.heading.zone(), wording),
					named("จังหวัด", "", this.heading.province(), wording),
					named("พื้นที่ ", "", this.heading.area(), wording),
					named("หน่วยงาน ", "", this.heading.agency(), wording),
					named("ประเภท ", "", this.heading.kind(), wording))
			.flatMap(List::stream)
			.toList();
	}

	private static List<String> named(String th, String en, @Nullable Named name, Wording wording) {
		return (name != null) ? List.of(wording.text(th, en) + wording.name(name)) : List.of();
	}

	private String businessDate() {
		return (this.heading.businessDate() != null) ? Wording.TH.date(this.heading.businessDate()) : "(ยังไม่มี)";
	}

}
