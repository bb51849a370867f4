package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.Schema;
import org.buranakan.connectors.reading.CodeList;

/**
 * A pushed type of a profile as something a person can fill in: the fields of one item.
 *
 * @param type what the item says it is
 */
public record Form(String type, List<Field> fields) {

	/**
	 * One value of the item.
	 *
	 * @param name the property
	 * @param kind the reader, as a profile calls it
	 * @param required whether the item is refused without it
	 * @param several whether the property is a list
	 * @param choices the words that are understood; empty where any text may stand
	 */
	public record Field(String name, String kind, boolean required, boolean several, List<String> choices) {
	}

	/**
	 * The forms of all types that a person can fill in: not those with lists of records
	 * or with a column per period.
	 */
	public static List<Form> of(Profile profile) {
		List<Form> forms = new ArrayList<>();
		for (SourceProfile source : profile.sources()) {
			if (source.origin() instanceof Origin.Push(String type) && source.unpivot().isEmpty()) {
				Map<String, Field> fields = new LinkedHashMap<>();
				if (source.events().stream().allMatch((event) -> collect(event, source, fields))) {
					forms.add(new Form(type, List.copyOf(fields.values())));
				}
			}
		}
		return forms;
	}

	/** Whether everything that the event needs can be filled in. */
	private static boolean collect(EventProfile event, SourceProfile source, Map<String, Field> fields) {
		event.key().columns().forEach((column) -> add(source, column, Derivation.Kind.TEXT, true, false, fields));
		return event.fields().entrySet().stream().allMatch((entry) -> {
			Schema.Field field = event.family().schema().getField(entry.getKey());
			boolean required = !field.hasDefaultValue() || field.name().equals("areas");
			return collect(entry.getValue(), required, source, fields) || !required;
		});
	}

	private static boolean collect(Derivation derivation, boolean required, SourceProfile source,
			Map<String, Field> fields) {
		return switch (derivation) {
			case Derivation.Constant ignored -> true;
			case Derivation.Filled(Template template) -> {
				template.columns()
					.forEach((column) -> add(source, column, Derivation.Kind.TEXT, required, false, fields));
				yield true;
			}
			case Derivation.Value(List<String> columns, Derivation.Kind kind, var reader) -> {
				columns.forEach((column) -> add(source, column, kind, required, false, fields));
				yield true;
			}
			case Derivation.Nested(Map<String, Derivation> nested) -> {
				nested.forEach((name, inner) -> collect(inner, required && name.equals("th"), source, fields));
				yield true;
			}
			case Derivation.Each(String column, var split, Derivation.Value(var columns, Derivation.Kind kind, var reader)) -> {
				add(source, column, kind, required, split == null, fields);
				yield true;
			}
			case Derivation.Each ignored -> false;
		};
	}

	private static void add(SourceProfile source, String column, Derivation.Kind kind, boolean required,
			boolean several, Map<String, Field> fields) {
		String name = source.names(column).getFirst();
		Field known = fields.get(name);
		if (known == null || (required && !known.required())) {
			fields.put(name, new Field(name, kind.name(), required, several, choices(kind.list())));
		}
	}

	/** The agency's own words; a list with too few of them to choose from is typed. */
	private static List<String> choices(@org.jspecify.annotations.Nullable CodeList list) {
		if (list == null) {
			return List.of();
		}
		return list.codes()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((code) -> code.getValue().isEmpty() ? code.getKey() : code.getValue().getFirst())
			.toList();
	}

}
