package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.Basis;

/**
 * iCalendar (RFC 5545): an all-day event per item. Milestones are events too, for several
 * calendars show no to-dos. An item is the same event in every file: a calendar that
 * follows the address takes over what changed.
 */
final class CalendarFile implements PlanFile {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final VObjectWriter file;

	private final Wording wording;

	private final String madeAt;

	CalendarFile(OutputStream out, Title title, Wording wording) throws IOException {
		this.file = new VObjectWriter(new OutputStreamWriter(new FoldedLines(out), StandardCharsets.UTF_8),
				SyntaxStyle.NEW);
		this.file.getFoldedLineWriter().setLineLength(null);
		this.wording = wording;
		this.madeAt = moment(title.heading().madeAt());
		this.file.writeBeginComponent("VCALENDAR");
		this.file.writeVersion("2.0");
		this.file.writeProperty("PRODID", "-//Buranakan//Action plan//TH");
		this.file.writeProperty("CALSCALE", "GREGORIAN");
		this.file.writeProperty("METHOD", "PUBLISH");
		text("NAME", title.name(wording));
		text("X-WR-CALNAME", title.name(wording));
		zone();
	}

	/** No date needs it; but without any component, a calendar is none. */
	private void zone() throws IOException {
		this.file.writeBeginComponent("VTIMEZONE");
		this.file.writeProperty("TZID", "Asia/Bangkok");
		this.file.writeBeginComponent("STANDARD");
		this.file.writeProperty("DTSTART", "19700101T000000");
		this.file.writeProperty("TZOFFSETFROM", "+0700");
		this.file.writeProperty("TZOFFSETTO", "+0700");
		this.file.writeEndComponent("STANDARD");
		this.file.writeEndComponent("VTIMEZONE");
	}

	@Override
	public void item(ActionItem item) throws IOException {
		this.file.writeBeginComponent("VEVENT");
		text("UID", item.id() + "@buranakan");
		this.file.writeProperty("DTSTAMP", this.madeAt);
		this.file.writeProperty("LAST-MODIFIED", moment(item.recordedAt()));
		this.file.writeProperty("SEQUENCE", Long.toString(item.revision() - 1));
		day("DTSTART", item.startsOn());
		day("DTEND", item.endsOn().plusDays(1));
		text("SUMMARY", summary(item));
		text("LOCATION", place(item));
		text("CATEGORIES", this.wording.name(item.kind()));
		this.file.writeProperty("STATUS", status(item));
		this.file.writeProperty("TRANSP", "TRANSPARENT");
		text("DESCRIPTION", description(item));
		this.file.writeEndComponent("VEVENT");
	}

	@Override
	public void end() throws IOException {
		this.file.writeEndComponent("VCALENDAR");
		this.file.flush();
	}

	private String summary(ActionItem item) {
		String what = this.wording.text(item.what());
		return switch (item.type()) {
			case ACTIVITY -> what;
			case MILESTONE -> this.wording.name(item.kind()) + ": " + what;
		};
	}

	private String place(ActionItem item) {
		Stream<String> areas = item.where()
			.stream()
			.map((place) -> this.wording.text(place.name())
					+ (place.code().equals(place.province().code()) ? "" : ", " + this.wording.name(place.province())));
		return Stream.concat(Stream.ofNullable(item.venue()), areas).distinct().collect(Collectors.joining("; "));
	}

	private String description(ActionItem item) {
		DatePrecision precision = DatePrecision.valueOf(item.datePrecision());
		List<String> lines = new ArrayList<>();
		lines.add(this.wording.text("ผู้รับผิดชอบ: ", "Organised by: ") + this.wording.name(item.who().organiser()));
		if (!item.who().partners().isEmpty()) {
			lines.add(this.wording.text("ร่วมกับ: ", "With: ")
					+ item.who().partners().stream().map(this.wording::name).collect(Collectors.joining("; ")));
		}
		lines.add(this.wording.text("สถานะ: ", "Status: ") + this.wording.status(item.status()));
		if (precision != DatePrecision.DAY) {
			lines.add(this.wording.text("ต้นทางระบุวันเพียง: ", "The source says no more than: ")
					+ this.wording.date(item.startsOn(), precision));
		}
		if (item.plan() != null) {
			lines.add(this.wording.text("แผน: ", "Plan: ") + this.wording.text(item.plan().title()));
		}
		lines.add(this.wording.text("ที่มาของข้อมูล: ", "Basis: ") + this.wording.basis(item.basis()));
		if (!item.filledIn().isEmpty() && Basis.valueOf(item.basis()) != Basis.ILLUSTRATIVE) {
			lines.add(this.wording.text("เติมเป็นตัวอย่าง: ", "Filled in for illustration: ")
					+ String.join(", ", item.filledIn()));
		}
		return String.join("\n", lines);
	}

	/** What is not fixed to the day is tentative. */
	private static String status(ActionItem item) {
		boolean exact = item.datePrecision().equals(DatePrecision.DAY.name());
		return switch (ActivityStatus.valueOf(item.status())) {
			case CANCELLED, WITHDRAWN -> "CANCELLED";
			case POSTPONED, UNKNOWN -> "TENTATIVE";
			case PLANNED, ONGOING, DONE -> exact ? "CONFIRMED" : "TENTATIVE";
		};
	}

	private void day(String property, LocalDate date) throws IOException {
		VObjectParameters parameters = new VObjectParameters();
		parameters.put("VALUE", "DATE");
		this.file.writeProperty(null, property, parameters, date.format(DateTimeFormatter.BASIC_ISO_DATE));
	}

	private void text(String property, String text) throws IOException {
		if (text.isEmpty()) {
			return;
		}
		VObjectParameters parameters = new VObjectParameters();
		if (!property.equals("UID")) {
			parameters.put("LANGUAGE", this.wording.code());
		}
		String plain = text.codePoints()
			.filter((character) -> character == '\n' || !Character.isISOControl(character))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		this.file.writeProperty(null, property, parameters, VObjectPropertyValues.escape(plain));
	}

	private static String moment(Instant instant) {
		return MOMENT.format(instant);
	}

}
