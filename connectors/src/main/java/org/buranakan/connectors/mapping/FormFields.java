package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.buranakan.connectors.reading.CodeList;
import org.buranakan.connectors.reading.KnownCodes;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.Reader;
import org.buranakan.connectors.reading.Reading;
import org.buranakan.connectors.reading.Text;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;

/** The fields of one source's form, gathered from what its events are read from. */
final class FormFields {

	private static final Derivation.Kind REVISION = new Derivation.Kind("quantity", null);

	/** Of what people write, the first that a reader takes are shown. */
	private static final Map<String, List<String>> WRITTEN = Map.of("date",
			List.of("1 มี.ค. 2565", "2022-03-01", "01/03/2565"), "fiscal-year", List.of("2565", "2022"), "period-start",
			List.of("มี.ค. 2565", "2022-03", "ไตรมาส 2/2565"), "period-end",
			List.of("มี.ค. 2565", "2022-03", "ไตรมาส 2/2565"), "period-precision",
			List.of("มี.ค. 2565", "2022-03", "ไตรมาส 2/2565"));

	private static final int SHOWN = 2;

	/** What a text has to be that is meant as a date or a moment. */
	private static final List<String> WRITTEN_BY_SYSTEMS = List.of("2022-03-01");

	private final SourceProfile source;

	private final KnownCodes known;

	private final Map<String, Form.Field> fields = new LinkedHashMap<>();

	FormFields(SourceProfile source, KnownCodes known) {
		this.source = source;
		this.known = known;
	}

	/**
	 * Gathers them.
	 * @return whether everything that the events say can be filled in: what a form left
	 * out would be blanked where it stands already
	 */
	boolean collect() {
		if (!this.source.events().stream().allMatch(this::collect)) {
			return false;
		}
		collectDeciding();
		return true;
	}

	List<Form.Field> fields() {
		return List.copyOf(this.fields.values());
	}

	private boolean collect(EventProfile event) {
		event.key().columns().forEach((column) -> add(column, "key", Derivation.Kind.TEXT, true, false, List.of()));
		boolean all = event.fields()
			.entrySet()
			.stream()
			.allMatch((entry) -> collect(entry.getValue(), event.family().schema().getField(entry.getKey()),
					isRequired(event.family(), entry.getKey())));
		event.revision().ifPresent((column) -> add(column, "revision", REVISION, false, false, List.of()));
		return all;
	}

	/** Whether nothing is published without it: what is always given may be left out. */
	private static boolean isRequired(Family family, String field) {
		return (!Assembly.GIVEN.contains(field) && !family.schema().getField(field).hasDefaultValue())
				|| (family == Family.ACTIVITY && field.equals("areas"));
	}

	private boolean collect(Derivation derivation, Schema.Field field, boolean required) {
		return collect(derivation, field.name(), field.schema(), required);
	}

	private boolean collect(Derivation derivation, String means, Schema schema, boolean required) {
		return switch (derivation) {
			case Derivation.Constant ignored -> true;
			case Derivation.Filled(Template template) -> {
				template.columns()
					.forEach((column) -> add(column, means, Derivation.Kind.TEXT, required, false, List.of()));
				yield true;
			}
			case Derivation.Value(List<String> columns, Derivation.Kind kind, Reader reader) -> {
				List<String> examples = ContractType.isTime(schema) && kind.equals(Derivation.Kind.TEXT)
						? WRITTEN_BY_SYSTEMS : examples(kind, reader);
				columns.forEach((column) -> add(column, means, kind, required, false, examples));
				yield true;
			}
			case Derivation.Nested(Map<String, Derivation> nested) -> nested.entrySet()
				.stream()
				.allMatch((entry) -> collect(entry.getValue(), means + "." + entry.getKey(),
						ContractType.of(schema).getField(entry.getKey()).schema(),
						required && entry.getKey().equals("th")));
			case Derivation.Each(String column, var split, Derivation.Value(var columns, Derivation.Kind kind, Reader reader)) -> {
				add(column, means, kind, required, split == null, examples(kind, reader));
				yield true;
			}
			case Derivation.Each ignored -> false;
		};
	}

	/** What decides whether there is an event, whatever is read from it besides. */
	private void collectDeciding() {
		Map<String, Set<String>> accepted = new LinkedHashMap<>();
		this.source.events()
			.forEach((event) -> event.when()
				.accepted()
				.forEach((column, words) -> accepted.computeIfAbsent(column, (first) -> new TreeSet<>())
					.addAll(words.values())));
		accepted.forEach((column, words) -> {
			String name = this.source.names(column).getFirst();
			boolean required = !words.remove("") && this.source.events().size() == 1;
			List<Form.Choice> choices = words.contains("*") ? List.of()
					: words.stream().map((word) -> new Form.Choice(word, new Text(word, null))).toList();
			this.fields.merge(name, new Form.Field(name, List.of(), "text", required, false, choices, List.of()),
					(known, deciding) -> with(known, known.means(), known.required() || required));
		});
	}

	private void add(String column, String means, Derivation.Kind kind, boolean required, boolean several,
			List<String> examples) {
		String name = this.source.names(column).getFirst();
		Form.Field known = this.fields.get(name);
		List<String> all = (known != null) ? Stream.concat(known.means().stream(), Stream.of(means)).distinct().toList()
				: List.of(means);
		this.fields.put(name,
				(known == null || (required && !known.required()))
						? new Form.Field(name, all, kind.name(), required, several, choices(kind.list()), examples)
						: with(known, all, known.required()));
	}

	private static Form.Field with(Form.Field field, List<String> means, boolean required) {
		return new Form.Field(field.name(), means, field.kind(), required, field.several(), field.choices(),
				field.examples());
	}

	private static List<String> examples(Derivation.Kind kind, Reader reader) {
		return WRITTEN.getOrDefault(kind.name(), List.of())
			.stream()
			.filter((text) -> reader.read(Offered.of(text)) instanceof Reading.Read)
			.limit(SHOWN)
			.toList();
	}

	/**
	 * All that stands in the list: in the agency's own words, else by the name in the
	 * reference data; none where it is not known what stands there.
	 */
	private List<Form.Choice> choices(@Nullable CodeList list) {
		if (list == null) {
			return List.of();
		}
		Map<String, Text> names = Optional.ofNullable(list.reference()).map(this.known::names).orElse(Map.of());
		Map<String, List<String>> words = new TreeMap<>(list.codes());
		if (!names.isEmpty()) {
			words.keySet().retainAll(names.keySet());
			names.keySet().forEach((code) -> words.putIfAbsent(code, List.of()));
		}
		List<Form.Choice> choices = new ArrayList<>();
		words.forEach((code, own) -> {
			Text name = names.getOrDefault(code, new Text(code, null));
			choices.add(own.isEmpty() ? new Form.Choice(code, name)
					: new Form.Choice(own.getFirst(), new Text(own.getFirst(), name.en())));
		});
		return List.copyOf(choices);
	}

}
