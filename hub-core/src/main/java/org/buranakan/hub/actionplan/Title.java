package org.buranakan.hub.actionplan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.hub.view.ActivityFilter;
import org.buranakan.hub.view.Named;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.util.DigestUtils;

/**
 * Says above a file what is in it and of which state of the view it is.
 */
record Title(ActivityFilter filter, Heading heading) {

	/** Of one part of a file's name: a name has 255 octets at most. */
	private static final int LONGEST = 24;

	List<String> lines() {
		return List.of("แผนปฏิบัติการบูรณาการป้องกันและต่อต้านการทุจริต",
				"เฉพาะ: " + (filters(Wording.TH).isEmpty() ? "ทั้งหมด" : filters(Wording.TH)),
				"ข้อมูล ณ วันทำการ " + businessDate() + " · จัดทำเมื่อ " + Wording.TH.moment(this.heading.madeAt()),
				"เงิน: เฉพาะที่ผูกกับกิจกรรมในตาราง ไม่รวมเงินที่ผูกกับแผนหรือพื้นที่เท่านั้น · กิจกรรมที่หลายหน่วยงานรายงานนับรวมครั้งเดียว (คอลัมน์ “นับในยอดรวม”)",
				"สถานะของบันทึกที่อ่าน (SHA-256): " + this.heading.mark());
	}

	/** What a calendar is called. */
	String name(Wording wording) {
		String filters = filters(wording);
		return wording.text("แผนปฏิบัติการบูรณาการ", "Joint action plan") + (filters.isEmpty() ? "" : " · " + filters);
	}

	/** Makes the browser keep the file, under a name that says what is in it. */
	ContentDisposition disposition(String suffix) {
		String name = file(suffix);
		boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
		return ContentDisposition.attachment()
			.filename(name, plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8)
			.build();
	}

	/**
	 * The same while another file by the same filter would say the same, but for when it
	 * was made.
	 * @param variant the kind of file, and whatever else it depends on
	 */
	String tag(String variant) {
		String state = variant + this.filter + this.heading.mark();
		return "W/\"" + DigestUtils.md5DigestAsHex(state.getBytes(StandardCharsets.UTF_8)) + "\"";
	}

	/** Letters, digits and hyphens, so that any system takes it. */
	private String file(String suffix) {
		return Stream
			.of(this.filter.fiscalYear(), this.filter.zone(), this.filter.province(), this.filter.area(),
					this.filter.agency(), this.filter.kind(), this.filter.status(), day("from-", this.filter.from()),
					day("to-", this.filter.to()), this.filter.q(), this.heading.businessDate())
			.filter(Objects::nonNull)
			.map((part) -> part.toString().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", ""))
			.filter((part) -> !part.isEmpty())
			.map((part) -> part.substring(0,
					part.offsetByCodePoints(0, Math.min(LONGEST, part.codePointCount(0, part.length())))))
			.collect(Collectors.joining("-", "action-plan-", "." + suffix));
	}

	private static @Nullable String day(String word, @Nullable LocalDate day) {
		return (day != null) ? word + day : null;
	}

	private String filters(Wording wording) {
		List<String> parts = new ArrayList<>();
		if (this.filter.fiscalYear() != null) {
			parts.add(wording.fiscalYear(this.filter.fiscalYear()));
		}
		parts.addAll(named(wording));
		if (this.filter.status() != null) {
			parts.add(wording.status(this.filter.status()));
		}
		if (this.filter.from() != null) {
			parts.add(wording.text("ตั้งแต่ ", "from ") + wording.date(this.filter.from()));
		}
		if (this.filter.to() != null) {
			parts.add(wording.text("ถึง ", "until ") + wording.date(this.filter.to()));
		}
		if (this.filter.q() != null && !this.filter.q().isBlank()) {
			parts.add(wording.text("มีคำว่า ", "with the words ") + "“" + this.filter.q().strip() + "”");
		}
		return String.join(" · ", parts);
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
