package org.buranakan.connectors.source.cdc;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that is read from the database, in the form in which Debezium writes it with
 * {@link Capture}'s configuration: equal values are offered as equal, whichever of the
 * two read them.
 */
final class ColumnValue {

	/** PostgreSQL's own, where a column does not say less. */
	private static final int PRECISION = 6;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private ColumnValue() {
	}

	/**
	 * The value in a column of the present row.
	 * @param type PostgreSQL's name of the column's type
	 */
	static JsonNode read(ResultSet row, int column, String type) throws SQLException {
		JsonNode value = switch (type) {
			case "date" -> of(row.getObject(column, LocalDate.class));
			case "timestamp" -> of(row.getObject(column, LocalDateTime.class));
			case "timestamptz" -> of(row.getObject(column, OffsetDateTime.class));
			case "time" -> of(row.getObject(column, LocalTime.class));
			case "interval" -> of((PGInterval) row.getObject(column));
			case "bytea" -> of(row.getBytes(column));
			case "int2", "int4", "int8", "oid" -> JSON.numberNode(row.getLong(column));
			case "float4" -> number(row.getFloat(column), Float.toString(row.getFloat(column)));
			case "float8" -> number(row.getDouble(column), Double.toString(row.getDouble(column)));
			case "bool" -> JSON.booleanNode(row.getBoolean(column));
			case "numeric", "money" -> numeric(row.getString(column));
			case "hstore", "bit", "varbit", "timetz", "_bytea", "_timestamptz", "_timetz", "_bit", "_varbit" ->
				throw new SQLException("a column of type " + type + " cannot be compared");
			default -> type.startsWith("_") ? items(row.getArray(column)) : text(row.getString(column));
		};
		return row.wasNull() ? JSON.nullNode() : value;
	}

	private static JsonNode text(@Nullable String text) {
		return (text != null) ? JSON.stringNode(text) : JSON.nullNode();
	}

	/** Debezium calls what is no number by Java's names. */
	private static JsonNode numeric(@Nullable String text) {
		return switch (text) {
			case null -> JSON.nullNode();
			case "NaN" -> JSON.stringNode("NAN");
			case "Infinity" -> JSON.stringNode("POSITIVE_INFINITY");
			case "-Infinity" -> JSON.stringNode("NEGATIVE_INFINITY");
			default -> JSON.stringNode(text);
		};
	}

	private static JsonNode number(double value, String text) {
		return Double.isFinite(value) ? JSON.numberNode(new BigDecimal(text)) : JSON.stringNode(text);
	}

	private static JsonNode of(byte @Nullable [] bytes) {
		return (bytes != null) ? JSON.stringNode(Base64.getEncoder().encodeToString(bytes)) : JSON.nullNode();
	}

	private static JsonNode of(@Nullable LocalDate date) {
		if (date == null) {
			return JSON.nullNode();
		}
		ObjectNode parts = JSON.objectNode();
		put(parts, date, LocalDate.MIN, LocalDate.MAX);
		return parts;
	}

	private static JsonNode of(@Nullable LocalDateTime moment) {
		if (moment == null) {
			return JSON.nullNode();
		}
		ObjectNode parts = JSON.objectNode();
		put(parts, moment.toLocalDate(), LocalDateTime.MIN.toLocalDate(), LocalDateTime.MAX.toLocalDate());
		put(parts, moment.toLocalTime());
		return parts;
	}

	private static JsonNode of(@Nullable OffsetDateTime moment) {
		if (moment == null) {
			return JSON.nullNode();
		}
		ObjectNode parts = JSON.objectNode();
		put(parts, moment.toLocalDate(), OffsetDateTime.MIN.toLocalDate(), OffsetDateTime.MAX.toLocalDate());
		put(parts, moment.toLocalTime());
		parts.put("offsetSeconds", moment.getOffset().getTotalSeconds());
		return parts;
	}

	private static JsonNode of(@Nullable LocalTime time) {
		if (time == null) {
			return JSON.nullNode();
		}
		ObjectNode parts = JSON.objectNode();
		put(parts, time);
		return parts.put("precision", PRECISION);
	}

	private static JsonNode of(@Nullable PGInterval interval) {
		if (interval == null) {
			return JSON.nullNode();
		}
		return JSON.objectNode()
			.put("years", interval.getYears())
			.put("months", interval.getMonths())
			.put("days", interval.getDays())
			.put("hours", interval.getHours())
			.put("minutes", interval.getMinutes())
			.put("seconds", interval.getWholeSeconds())
			.put("nanos", interval.getMicroSeconds() * 1000)
			.put("precision", PRECISION);
	}

	private static void put(ObjectNode parts, LocalDate date, LocalDate before, LocalDate after) {
		if (date.equals(before) || date.equals(after)) {
			parts.put("specialValue", date.equals(after) ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
			return;
		}
		parts.put("year", date.getYear()).put("month", date.getMonthValue()).put("day", date.getDayOfMonth());
		parts.putNull("specialValue");
	}

	private static void put(ObjectNode parts, LocalTime time) {
		parts.put("hour", time.getHour())
			.put("minute", time.getMinute())
			.put("second", time.getSecond())
			.put("nanos", time.getNano());
	}

	private static JsonNode items(@Nullable Array array) throws SQLException {
		if (array == null) {
			return JSON.nullNode();
		}
		return list((Object[]) array.getArray());
	}

	private static ArrayNode list(@Nullable Object[] items) {
		ArrayNode list = JSON.arrayNode();
		for (Object item : items) {
			list.add(switch (item) {
				case null -> JSON.nullNode();
				case Object[] nested -> list(nested);
				case Boolean flag -> JSON.booleanNode(flag);
				case BigDecimal decimal -> JSON.stringNode(decimal.toPlainString());
				case Float number -> number(number, number.toString());
				case Double number -> number(number, number.toString());
				case Number number -> JSON.numberNode(number.longValue());
				case Date date -> of(date.toLocalDate());
				case Timestamp moment -> of(moment.toLocalDateTime());
				default -> JSON.stringNode(item.toString());
			});
		}
		return list;
	}

}
