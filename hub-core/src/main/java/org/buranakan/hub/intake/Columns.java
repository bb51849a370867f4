package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.buranakan.schemas.event.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table, by type. Each method adds one and returns this.
 *
 * @param <S> what a row is made from
 */
public final class Columns<S> {

	private final List<Column<S>> columns = new ArrayList<>();

	public Columns<S> text(String name, Function<S, @Nullable String> value) {
		return add(name, "text", value::apply);
	}

	/** Two columns, {@code <name>_th} and {@code <name>_en}. */
	public Columns<S> localized(String name, Function<S, @Nullable LocalizedText> value) {
		return text(name + "_th", (source) -> {
			LocalizedText text = value.apply(source);
			return (text == null) ? null : text.getTh();
		}).text(name + "_en", (source) -> {
			LocalizedText text = value.apply(source);
			return (text == null) ? null : text.getEn();
		});
	}

	/** A symbol of a closed set, by its name. */
	public Columns<S> symbol(String name, Function<S, Enum<?>> value) {
		return add(name, "text", (source) -> value.apply(source).name());
	}

	public Columns<S> number(String name, Function<S, @Nullable Long> value) {
		return add(name, "bigint", value::apply);
	}

	public Columns<S> flag(String name, Function<S, Boolean> value) {
		return add(name, "boolean", (source) -> value.apply(source).toString());
	}

	public Columns<S> date(String name, Function<S, @Nullable LocalDate> value) {
		return add(name, "date", (source) -> string(value.apply(source)));
	}

	public Columns<S> instant(String name, Function<S, @Nullable Instant> value) {
		return add(name, "timestamptz", (source) -> string(value.apply(source)));
	}

	public Columns<S> texts(String name, Function<S, @Nullable Collection<String>> value) {
		return add(name, "text[]", (source) -> {
			Collection<String> items = value.apply(source);
			return (items == null) ? null : literal(items);
		});
	}

	/** A JSON document, given as its text. */
	public Columns<S> json(String name, Function<S, String> value) {
		return add(name, "jsonb", value::apply);
	}

	Columns<S> uuid(String name, Function<S, @Nullable Object> value) {
		return add(name, "uuid", (source) -> string(value.apply(source)));
	}

	Columns<S> bytes(String name, Function<S, String> hexadecimal) {
		return add(name, "bytea", (source) -> "\\x" + hexadecimal.apply(source));
	}

	<O> Columns<S> addAll(Columns<O> others, Function<S, O> part) {
		others.columns.forEach(
				(column) -> add(column.name(), column.type(), (source) -> column.value().apply(part.apply(source))));
		return this;
	}

	List<Column<S>> list() {
		return List.copyOf(this.columns);
	}

	/** PostgreSQL's text form of an array. */
	static String literal(Collection<String> items) {
		return items.stream()
			.map((item) -> "\"" + item.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static @Nullable String string(@Nullable Object value) {
		return (value == null) ? null : value.toString();
	}

	private Columns<S> add(String name, String type, Function<S, @Nullable Object> value) {
		this.columns.add(new Column<>(name, type, value));
		return this;
	}

}
