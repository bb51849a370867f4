package org.buranakan.connectors.mapping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.buranakan.connectors.reading.Reader;
import org.buranakan.connectors.reading.Reading;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;

/**
 * The day on which an event's areas and codes have to stand: the first of the event's
 * dates, in the contract's order, that its row tells (startsOn, postedOn, periodStart,
 * statedOn), else the first day of its fiscal year. No clock is asked: the same row says
 * the same whenever it is read.
 */
final class RowDay {

	private static final Map<Family, List<Schema.Field>> DATES = Arrays.stream(Family.values())
		.collect(Collectors.toUnmodifiableMap((family) -> family,
				(family) -> family.schema().getFields().stream().filter(RowDay::isDate).toList()));

	private RowDay() {
	}

	/** The day; {@link Reader#UNDATED} where the row tells none. */
	static LocalDate of(EventProfile event, Row row) {
		for (Schema.Field field : DATES.getOrDefault(event.family(), List.of())) {
			if (value(event.fields().get(field.name()), field, row).orElse(null) instanceof LocalDate day) {
				return day;
			}
		}
		return fiscalYear(event, row).orElse(Reader.UNDATED);
	}

	private static Optional<LocalDate> fiscalYear(EventProfile event, Row row) {
		Schema.Field field = event.family().schema().getField("fiscalYear");
		return (field == null) ? Optional.empty()
				: value(event.fields().get(field.name()), field, row).filter(Integer.class::isInstance)
					.map((year) -> LocalDate.of((Integer) year - 1, 10, 1));
	}

	private static boolean isDate(Schema.Field field) {
		return ContractType.of(field.schema()).getLogicalType() instanceof LogicalTypes.Date;
	}

	/** What cannot be read is refused where the field is filled, not here. */
	private static Optional<Object> value(@Nullable Derivation derivation, Schema.Field field, Row row) {
		return switch (derivation) {
			case Derivation.Value value ->
				(value.reader().read(Joined.of(row, value.columns())) instanceof Reading.Read(Object read))
						? ContractType.typed(read, field.schema()) : Optional.empty();
			case Derivation.Constant(Object constant) -> ContractType.typed(constant, field.schema());
			case Derivation.Filled(Template template) ->
				template.fill(row).flatMap((text) -> ContractType.typed(text, field.schema()));
			case Derivation.Nested ignored -> Optional.empty();
			case Derivation.Each ignored -> Optional.empty();
			case null -> Optional.empty();
		};
	}

}
