package org.buranakan.connectors.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.record.SourceRefused;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was tried.
 *
 * @param events in the order of the rows
 */
record Trial(List<SpecificRecord> events, List<SourceRefused> refused) {

	static List<SpecificRecord> events(List<SpecificRecord> published) {
		return published.stream().filter((record) -> !(record instanceof SourceRefused)).toList();
	}

	static List<SourceRefused> refusals(List<SpecificRecord> published) {
		return published.stream()
			.filter(SourceRefused.class::isInstance)
			.map(SourceRefused.class::cast)
			.filter((refusal) -> !refusal.getResolved())
			.toList();
	}

	void print(PrintWriter out) {
		Map<String, List<SpecificRecord>> rows = new LinkedHashMap<>();
		this.events.forEach(
				(event) -> rows.computeIfAbsent(Envelope.of(event).source().getPlace(), (place) -> new ArrayList<>())
					.add(event));
		rows.forEach((place, events) -> {
			out.println(place);
			events.forEach((event) -> out.println("  " + line(event)));
		});
		this.refused.forEach((refusal) -> print(refusal, out));
		out.printf(
				"%nแถวที่อ่านได้ / rows read: %d · รายการ / events: %d · ไม่รับ / refusals: %d · nothing was published%n",
				rows.size(), this.events.size(), this.refused.size());
		out.flush();
	}

	private static void print(SourceRefused refusal, PrintWriter out) {
		String field = Optional.ofNullable(refusal.getField()).map((name) -> " " + name).orElse("");
		String offered = Optional.ofNullable(refusal.getOffered())
			.filter((value) -> !value.isEmpty())
			.map((value) -> " = " + value)
			.orElse("");
		out.println(refusal.getSource().getPlace() + "  REFUSED " + refusal.getCode() + field + offered);
		out.println("  " + refusal.getReason().getTh() + " / " + refusal.getReason().getEn());
		out.println("  → " + refusal.getRemedy().getTh() + " / " + refusal.getRemedy().getEn());
	}

	private static String line(SpecificRecord event) {
		Envelope envelope = Envelope.of(event);
		return envelope.family().code() + "  " + envelope.entityId() + "  "
				+ event.getSchema()
					.getFields()
					.stream()
					.filter((field) -> !BlankEnvelope.FIELDS.contains(field.name()))
					.filter((field) -> !isDefault(field, event.get(field.pos())))
					.map((field) -> field.name() + "=" + event.get(field.pos()))
					.collect(Collectors.joining(", "));
	}

	private static boolean isDefault(Schema.Field field, @Nullable Object value) {
		return value == null
				|| (field.hasDefaultValue() && Objects.equals(value, SpecificData.get().getDefaultValue(field)));
	}

}
