package org.buranakan.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

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
		return add(name, (rows, source) -> rows.text(value.apply(source)));
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
		return text(name, (source) -> value.apply(source).name());
	}

	/** A column of type {@code bigint}. */
	public Columns<S> number(String name, Function<S, @Nullable Long> value) {
		return add(name, (rows, source) -> rows.bigint(value.apply(source)));
	}

	/** A column of type {@code integer}. */
	public Columns<S> integer(String name, ToIntFunction<S> value) {
		return add(name, (rows, source) -> rows.integer(value.applyAsInt(source)));
	}

	public Columns<S> flag(String name, Function<S, Boolean> value) {
		return add(name, (rows, source) -> rows.flag(value.apply(source)));
	}

	public Columns<S> date(String name, Function<S, @Nullable LocalDate> value) {
		return add(name, (rows, source) -> rows.date(value.apply(source)));
	}

	public Columns<S> instant(String name, Function<S, @Nullable Instant> value) {
		return add(name, (rows, source) -> rows.instant(value.apply(source)));
	}

	public Columns<S> texts(String name, Function<S, @Nullable Collection<String>> value) {
		return add(name, (rows, source) -> rows.texts(value.apply(source)));
	}

	/** A JSON document, given as its text. */
	public Columns<S> json(String name, Function<S, String> value) {
		return add(name, (rows, source) -> rows.jsonb(value.apply(source)));
	}

	Columns<S> uuid(String name, Function<S, @Nullable UUID> value) {
		return add(name, (rows, source) -> rows.uuid(value.apply(source)));
	}

	Columns<S> bytes(String name, Function<S, byte @Nullable []> value) {
		return add(name, (rows, source) -> rows.bytea(value.apply(source)));
	}

	<O> Columns<S> addAll(Columns<O> others, Function<S, O> part) {
		others.columns
			.forEach((column) -> add(column.name(), (rows, source) -> column.value().accept(rows, part.apply(source))));
		return this;
	}

	List<Column<S>> list() {
		return List.copyOf(this.columns);
	}

	private Columns<S> add(String name, BiConsumer<BinaryRows, S> value) {
		this.columns.add(new Column<>(name, value));
		return this;
	}

}
