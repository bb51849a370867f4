package org.buranakan.hub.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.contract.GeneratedClasses;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a row, composed as JSON in the words of its contract, as the contract's generated
 * class. A symbol that the contract does not know becomes its default.
 */
final class RowAssembly {

	static {
		GeneratedClasses.trust();
	}

	private static final String BATCH = "batch";

	private final JsonMapper mapper;

	RowAssembly(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * The row of a batch.
	 * @throws Inexpressible if a value does not fit the contract
	 */
	SpecificRecord row(Class<? extends SpecificRecord> type, String content, long batch) {
		SpecificData data = SpecificData.getForClass(type);
		SpecificRecord row = (SpecificRecord) record(data, data.getSchema(type), this.mapper.readTree(content));
		row.put(row.getSchema().getField(BATCH).pos(), batch);
		return row;
	}

	private static IndexedRecord record(SpecificData data, Schema schema, JsonNode node) {
		IndexedRecord record = (IndexedRecord) data.newRecord(null, schema);
		for (Schema.Field field : schema.getFields()) {
			if (!field.name().equals(BATCH)) {
				record.put(field.pos(), value(data, field.schema(), node.path(field.name()), field.name()));
			}
		}
		return record;
	}

	private static @Nullable Object value(SpecificData data, Schema schema, JsonNode node, String field) {
		return switch (schema.getType()) {
			case UNION ->
				(node.isNull() || node.isMissingNode()) ? null : value(data, schema.getTypes().getLast(), node, field);
			case RECORD -> record(data, schema, present(node, field));
			case ARRAY -> items(data, schema, present(node, field), field);
			case ENUM -> symbol(data, schema, present(node, field));
			case STRING -> present(node, field).asString();
			case BOOLEAN -> present(node, field).booleanValue();
			case INT -> (schema.getLogicalType() instanceof LogicalTypes.Date) ? date(present(node, field), field)
					: small(node, field);
			case LONG -> whole(node, field);
			case MAP, FIXED, BYTES, FLOAT, DOUBLE, NULL ->
				throw new IllegalArgumentException(field + " is of a type that no row has: " + schema.getType());
		};
	}

	private static List<@Nullable Object> items(SpecificData data, Schema schema, JsonNode node, String field) {
		List<@Nullable Object> items = new ArrayList<>(node.size());
		node.forEach((item) -> items.add(value(data, schema.getElementType(), item, field)));
		return items;
	}

	private static Object symbol(SpecificData data, Schema schema, JsonNode node) {
		String symbol = node.asString();
		return data.createEnum(schema.hasEnumSymbol(symbol) ? symbol : schema.getEnumDefault(), schema);
	}

	private static long whole(JsonNode node, String field) {
		if (!node.isIntegralNumber() || !node.canConvertToLong()) {
			throw new Inexpressible(field + " is no whole number of 64 bits: " + node);
		}
		return node.longValue();
	}

	private static int small(JsonNode node, String field) {
		long number = whole(node, field);
		if (number != (int) number) {
			throw new Inexpressible(field + " is no whole number of 32 bits: " + node);
		}
		return (int) number;
	}

	/** PostgreSQL knows days that ISO 8601 writes otherwise. */
	private static LocalDate date(JsonNode node, String field) {
		try {
			return LocalDate.parse(node.asString());
		}
		catch (DateTimeParseException ex) {
			throw new Inexpressible(field + " is no date of a year of four digits: " + node);
		}
	}

	private static JsonNode present(JsonNode node, String field) {
		if (node.isNull() || node.isMissingNode()) {
			throw new Inexpressible(field + " is missing");
		}
		return node;
	}

}
