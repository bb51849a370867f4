package org.buranakan.hub.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The canonical values of a table's rows, as paths into the event: {@code title.th} is a
 * part of a record, {@code *} a list, {@code &} a map, {@code #} a list of records
 * written out flat.
 */
record Shape(String table, String paths) {

	static final Map<String, Shape> OF_FAMILY = Map.of("plan", new Shape("plan", agencys("""
			fiscalYear programme title.th title.en objective.th objective.en lead *partners status joint
			*memorandum.parties memorandum.dueOn memorandum.signedOn note.th note.en *filledIn""")), "activity",
			new Shape("activity", agencys("""
					plan sameAs kind title.th title.en venue startsOn endsOn datePrecision status organiser
					*partners participantsTarget participants result.th result.en note.th note.en *filledIn
					#indicators""")), "budget", new Shape("posting", agencys("""
					budgetLine lineTitle.th lineTitle.en fiscalYear phase amountSatang area postedOn funder
					recipient plan activity restriction procurement reverses note.th note.en *filledIn""")),
			"complaint", new Shape("complaint_count", agencys("""
					area channel topic periodStart periodEnd received resolved pending status *filledIn""")),
			"agreement",
			new Shape("agreement", agencys("plan planRevision party stance statedOn note.th note.en *filledIn")),
			"answer", new Shape("answer", agencys("finding kind text.th text.en actsBy")), "reference",
			new Shape("reference", """
					= kind code revision recordedAt validFrom validTo name.th name.en parent *succeeds
					&attributes"""), "clock", new Shape("business_date", "= date ! recordedAt"), "act",
			new Shape("act", "= actor kind subject reason.th reason.en ! recordedAt &attributes"));

	static final Shape PLAN_AREA = new Shape("plan_area", "area stage");

	static final Shape MILESTONE = new Shape("plan_milestone", "code title.th title.en dueOn status doneOn *areas");

	/** What two publications of the same content have in common. */
	Shape withoutInstants() {
		return new Shape(this.table, this.paths.replaceAll("\\b(occurredAt|recordedAt)\\b", ""));
	}

	/**
	 * The values of a row; {@code =} is its identity, {@code !} the constant revision 1.
	 */
	List<@Nullable String> values(String id, IndexedRecord event) {
		List<@Nullable String> values = new ArrayList<>();
		for (String path : this.paths.strip().split("\\s+", -1)) {
			switch (path.charAt(0)) {
				case '=' -> values.add(id);
				case '!' -> values.add("1");
				case '*' -> list(values, (List<?>) at(event, path.substring(1)));
				case '&' -> map(values, (Map<?, ?>) at(event, path.substring(1)));
				case '#' -> records(values, (List<?>) at(event, path.substring(1)));
				default -> values.add(text(at(event, path)));
			}
		}
		return values;
	}

	private static String agencys(String paths) {
		return "= agency revision basis occurredAt recordedAt " + paths;
	}

	private static void list(List<@Nullable String> values, @Nullable List<?> items) {
		values.add((items == null) ? null : String.valueOf(items.size()));
		if (items != null) {
			items.forEach((item) -> values.add(text(item)));
		}
	}

	private static void map(List<@Nullable String> values, @Nullable Map<?, ?> entries) {
		List<@Nullable Object> flat = new ArrayList<>();
		new TreeMap<>(entries).forEach((key, value) -> {
			flat.add(key);
			flat.add(value);
		});
		list(values, flat);
	}

	private static void records(List<@Nullable String> values, @Nullable List<?> items) {
		List<@Nullable Object> flat = new ArrayList<>();
		for (Object item : (items == null) ? List.of() : items) {
			IndexedRecord record = (IndexedRecord) item;
			record.getSchema().getFields().forEach((field) -> flat.add(record.get(field.pos())));
		}
		list(values, flat);
	}

	private static @Nullable Object at(IndexedRecord record, String path) {
		int dot = path.indexOf('.');
		String name = (dot < 0) ? path : path.substring(0, dot);
		Object value = record.get(record.getSchema().getField(name).pos());
		return (dot < 0 || value == null) ? value : at((IndexedRecord) value, path.substring(dot + 1));
	}

	private static @Nullable String text(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Instant instant -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
			case LocalDate date -> date.toString();
			default -> value.toString();
		};
	}

}
