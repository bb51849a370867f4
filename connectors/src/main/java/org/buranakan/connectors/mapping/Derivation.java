package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.buranakan.connectors.reading.CodeList;
import org.buranakan.connectors.reading.Reader;
import org.jspecify.annotations.Nullable;

/** How a profile derives one field of an event from a row. */
sealed interface Derivation {

	/**
	 * The columns of its row that it is read from: the items of a list have their own,
	 * pieces of a text only {@code .}.
	 */
	default List<String> columns() {
		return switch (this) {
			case Constant ignored -> List.of();
			case Filled(Template template) -> template.columns();
			case Value value -> value.columns();
			case Nested(Map<String, Derivation> fields) ->
				fields.values().stream().flatMap((field) -> field.columns().stream()).toList();
			case Each(String column, var split, Derivation item) when split != null ->
				Stream.concat(Stream.of(column), item.columns().stream().filter((name) -> !name.equals("."))).toList();
			case Each each -> List.of(each.column());
		};
	}

	/** The readers that it uses. */
	default List<Kind> readers() {
		return switch (this) {
			case Constant ignored -> List.of();
			case Filled ignored -> List.of();
			case Value value -> List.of(value.kind());
			case Nested(Map<String, Derivation> fields) ->
				fields.values().stream().flatMap((field) -> field.readers().stream()).toList();
			case Each each -> each.item().readers();
		};
	}

	/** Always the same: text, number, flag, list or map, as YAML writes them. */
	record Constant(Object value) implements Derivation {
	}

	/** Text with {column} in it; blank if one of the columns is. */
	record Filled(Template template) implements Derivation {
	}

	/**
	 * What a profile calls a reader.
	 *
	 * @param list for codes
	 */
	record Kind(String name, @Nullable CodeList list) {

		static final Kind TEXT = new Kind("text", null);

		/** The kind of reference data without which nothing can be read. */
		Optional<String> reference() {
			return this.name.equals("area") ? Optional.of("area")
					: Optional.ofNullable(this.list).map(CodeList::reference);
		}

	}

	/** Several columns joined by a slash, through a reader. */
	record Value(List<String> columns, Kind kind, Reader reader) implements Derivation {

		/** The column to point at: the most specific is named last. */
		String column() {
			return this.columns.getLast();
		}

	}

	/** A record of its own; blank if all of its columns are. */
	record Nested(Map<String, Derivation> fields) implements Derivation {
	}

	/**
	 * One element per item of a column.
	 *
	 * @param split what separates the items in a text; null where the source has lists
	 */
	record Each(String column, @Nullable String split, Derivation item) implements Derivation {
	}

}
