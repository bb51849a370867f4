package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.Schema;
import org.buranakan.connectors.reading.CodeList;

/**
 * A pushed type of a profile as something a person can fill in: the fields of one item.
 *
 * @param type what the item says it is
 */
public record Form(String type, List<Field> fields) {

	private static final Derivation.Kind REVISION = new Derivation.Kind("quantity", null);

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
					collectDeciding(source, fields);
					forms.add(new Form(type, List.copyOf(fields.values())));
				}
			}
		}
		return forms;
	}

	/**
	 * Whether everything that the event says can be filled in: what a form left out would
	 * be blanked where it stands already.
	 */
	private static boolean collect(EventProfile event, SourceProfile source, Map<String, Field> fields) {
		event.key().columns().forEach((column) -> add(source, column, Derivation.Kind.TEXT, true, false, fields));
		boolean all = event.fields().entrySet().stream().allMatch((entry) -> {
			Schema.Field field = event.family().schema().getField(entry.getKey());
			boolean required = !field.hasDefaultValue() || field.name().equals("areas");
			return collect(entry.getValue(), required, source, fields);
		});
		event.revision().ifPresent((column) -> add(source, column, REVISION, false, false, fields));
		return all;
	}

	/** What decides whether there is an event, whatever is read from it besides. */
	private static void collectDeciding(SourceProfile source, Map<String, Field> fields) {
		Map<String, Set<String>> accepted = new LinkedHashMap<>();
		source.events()
			.forEach((event) -> event.when()
				.accepted()
				.forEach((column, words) -> accepted.computeIfAbsent(column, (first) -> new TreeSet<>())
					.addAll(words.values())));
		accepted.forEach((column, words) -> {
			String name = source.names(column).getFirst();
			boolean required = !words.remove("") && source.events().size() == 1;
			List<String> choices = words.contains("*") ? List.of() : List.copyOf(words);
			Field known = fields.getOrDefault(name, new Field(name, "text", required, false, choices));
			fields.put(name,
					new Field(name, known.kind(), required || known.required(), known.several(), known.choices()));
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
			case Derivation.Nested(Map<String, Derivation> nested) -> nested.entrySet()
				.stream()
				.allMatch(
						(entry) -> collect(entry.getValue(), required && entry.getKey().equals("th"), source, fields));
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
