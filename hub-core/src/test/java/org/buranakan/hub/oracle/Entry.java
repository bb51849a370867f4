package org.buranakan.hub.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the oracle holds of an entity: the record that first stated its highest revision.
 */
record Entry(String family, String id, long revision, @Nullable String eventId, SpecificRecord event, String topic,
		long offset) {

	/** Whether both say the same, leaving aside when and from where. */
	boolean saysTheSameAs(Entry other) {
		return content().equals(other.content());
	}

	/** The rows of the entity's table. */
	List<@Nullable String> row() {
		List<@Nullable String> row = new ArrayList<>(shape().values(this.id, this.event));
		row.add(this.topic);
		row.add(String.valueOf(this.offset));
		if (this.eventId != null) {
			row.add(this.eventId);
		}
		return row;
	}

	/** The rows of its parts; empty for families without that part. */
	List<List<@Nullable String>> parts(String field, @Nullable Shape shape) {
		List<List<@Nullable String>> rows = new ArrayList<>();
		List<?> parts = (List<?>) this.event.get(this.event.getSchema().getField(field).pos());
		for (int i = 0; i < parts.size(); i++) {
			List<@Nullable String> row = new ArrayList<>(List.of(this.id, String.valueOf(i)));
			row.addAll((shape == null) ? List.of(parts.get(i).toString())
					: shape.values(this.id, (IndexedRecord) parts.get(i)));
			rows.add(row);
		}
		return rows;
	}

	private List<List<@Nullable String>> parts() {
		return switch (this.family) {
			case "plan" -> Stream.of(parts("areas", Shape.PLAN_AREA), parts("milestones", Shape.MILESTONE))
				.flatMap(List::stream)
				.toList();
			case "activity" -> parts("areas", null);
			default -> List.of();
		};
	}

	String table() {
		return shape().table();
	}

	private Shape shape() {
		return Objects.requireNonNull(Shape.OF_FAMILY.get(this.family));
	}

	private List<List<@Nullable String>> content() {
		List<List<@Nullable String>> content = new ArrayList<>(parts());
		content.add(shape().withoutInstants().values(this.id, this.event));
		return content;
	}

}
