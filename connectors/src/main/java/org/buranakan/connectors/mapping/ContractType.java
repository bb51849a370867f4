package org.buranakan.connectors.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.LocalizedText;

/** Values as the generated classes want them. */
final class ContractType {

	private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

	private ContractType() {
	}

	/** The schema without its null. */
	static Schema of(Schema schema) {
		if (!schema.isUnion()) {
			return schema;
		}
		Schema first = schema.getTypes().getFirst();
		return (first.getType() != Schema.Type.NULL) ? first : schema.getTypes().get(1);
	}

	/** The symbols that a value may be; empty where any may. */
	static List<String> symbols(Schema schema) {
		Schema type = of(schema);
		return (type.getType() == Schema.Type.ENUM)
				? type.getEnumSymbols().stream().filter((symbol) -> !symbol.equals(type.getEnumDefault())).toList()
				: List.of();
	}

	/**
	 * Whether it is a date or a moment, which no text reader makes of what people write.
	 */
	static boolean isTime(Schema schema) {
		return of(schema).getLogicalType() instanceof LogicalTypes.Date
				|| of(schema).getLogicalType() instanceof LogicalTypes.TimestampMicros;
	}

	/** Why a value that is not of the type is refused. */
	static RefusalCode refusal(Schema schema) {
		Schema type = of(schema);
		return switch (type.getType()) {
			case ENUM -> RefusalCode.CODE_UNKNOWN;
			case BOOLEAN -> RefusalCode.YES_NO_UNREADABLE;
			case INT -> (type.getLogicalType() instanceof LogicalTypes.Date) ? RefusalCode.DATE_UNREADABLE
					: RefusalCode.NUMBER_TOO_LARGE;
			case LONG -> (type.getLogicalType() instanceof LogicalTypes.TimestampMicros) ? RefusalCode.TIME_UNREADABLE
					: RefusalCode.NUMBER_UNREADABLE;
			case RECORD, ARRAY, STRING, UNION, MAP, FIXED, BYTES, FLOAT, DOUBLE, NULL -> RefusalCode.TEXT_UNUSABLE;
		};
	}

	/** The value in the schema's type; empty if it cannot be. */
	static Optional<Object> typed(Object value, Schema schema) {
		Schema type = of(schema);
		return switch (type.getType()) {
			case RECORD -> record(value, type);
			case ARRAY -> array(value, type);
			case ENUM -> isSymbol(value.toString(), type)
					? Optional.of(SpecificData.get().createEnum(value.toString(), type)) : Optional.empty();
			case INT -> (type.getLogicalType() instanceof LogicalTypes.Date) ? date(value) : integer(value);
			case LONG -> (type.getLogicalType() instanceof LogicalTypes.TimestampMicros) ? instant(value)
					: (value instanceof Number number) ? Optional.of(number.longValue()) : Optional.empty();
			case BOOLEAN -> (value instanceof Boolean) ? Optional.of(value) : Optional.empty();
			case STRING ->
				(value instanceof Map || value instanceof List) ? Optional.empty() : Optional.of(value.toString());
			case UNION, MAP, FIXED, BYTES, FLOAT, DOUBLE, NULL -> Optional.empty();
		};
	}

	/** The default is what readers make of a symbol that they do not know. */
	private static boolean isSymbol(String text, Schema type) {
		return type.hasEnumSymbol(text) && !text.equals(type.getEnumDefault());
	}

	private static Optional<Object> record(Object value, Schema type) {
		if (value instanceof String text && type.equals(LocalizedText.getClassSchema())) {
			return Optional.of(new LocalizedText(text, null));
		}
		if (!(value instanceof Map<?, ?> map)) {
			return Optional.empty();
		}
		SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, type);
		for (Schema.Field field : type.getFields()) {
			Object given = map.get(field.name());
			if (given == null && !field.hasDefaultValue()) {
				return Optional.empty();
			}
			Optional<Object> typed = (given != null) ? typed(given, field.schema())
					: Optional.ofNullable(SpecificData.get().getDefaultValue(field));
			typed.ifPresent((element) -> record.put(field.pos(), element));
			if (given != null && typed.isEmpty()) {
				return Optional.empty();
			}
		}
		return Optional.of(record);
	}

	private static Optional<Object> array(Object value, Schema type) {
		List<?> given = (value instanceof List<?> list) ? list : List.of(value);
		List<Object> elements = new ArrayList<>();
		for (Object element : given) {
			typed(element, type.getElementType()).ifPresent(elements::add);
		}
		return (elements.size() == given.size()) ? Optional.of(elements) : Optional.empty();
	}

	private static Optional<Object> integer(Object value) {
		return (value instanceof Number number && number.longValue() == number.intValue())
				? Optional.of(number.intValue()) : Optional.empty();
	}

	private static Optional<Object> date(Object value) {
		if (value instanceof LocalDate) {
			return Optional.of(value);
		}
		try {
			return Optional.of(LocalDate.parse(value.toString()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Object> instant(Object value) {
		if (value instanceof LocalDate date) {
			return Optional.of(date.atStartOfDay(BANGKOK).toInstant());
		}
		try {
			return Optional.of(Instant.parse(value.toString()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
