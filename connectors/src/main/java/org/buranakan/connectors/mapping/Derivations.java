package org.buranakan.connectors.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.apache.avro.Schema;
import org.buranakan.connectors.reading.AreaScope;
import org.buranakan.connectors.reading.CodeList;
import org.buranakan.connectors.reading.Era;
import org.buranakan.connectors.reading.Period;
import org.buranakan.connectors.reading.Reader;
import org.buranakan.connectors.reading.Readers;
import org.buranakan.connectors.reading.Serials;
import org.buranakan.connectors.reading.Reading;

/**
 * Reads the derivations of a profile and checks them against the contract, so that a
 * misspelt field is found at start and not in production.
 *
 * @param era unless a field says otherwise
 * @param serials what bare numbers mean that are read as dates
 * @param within area codes that the agency reports on; empty for all
 */
record Derivations(Reference reference, Era era, Serials serials, List<String> within, Map<String, CodeList> lists) {

	/** The same for a source whose numbers are never dates. */
	Derivations withDatesOfItsOwn() {
		return new Derivations(this.reference, this.era, Serials.NONE, this.within, this.lists);
	}

	Map<String, Derivation> fields(Section fields, Schema schema) {
		Map<String, Derivation> derivations = new LinkedHashMap<>();
		fields.entries().forEach((name, value) -> {
			Schema.Field field = schema.getField(name);
			if (field == null) {
				throw new ProfileMistake(fields.at(name), "no field of " + schema.getName());
			}
			derivations.put(name, derivation(Section.of(fields.at(name), value), ContractType.of(field.schema())));
		});
		return derivations;
	}

	private Derivation derivation(Section section, Schema schema) {
		if (section.has("constant")) {
			return constant(section.only("constant"), schema);
		}
		if (section.has("template")) {
			return new Derivation.Filled(new Template(section.only("template").required("template")));
		}
		if (section.has("th")) {
			section.only("th", "en");
			Map<String, Derivation> languages = new LinkedHashMap<>();
			section.entries()
				.forEach((language, column) -> languages.put(language, new Derivation.Value(
						Section.texts(section.at(language), column), Derivation.Kind.TEXT, Readers.text())));
			return new Derivation.Nested(languages);
		}
		if (section.has("each")) {
			return each(section, schema);
		}
		if (section.has("fields")) {
			return new Derivation.Nested(fields(section.only("fields").section("fields"), schema));
		}
		return value(section);
	}

	private Derivation constant(Section section, Schema schema) {
		Object constant = section.value("constant").orElseThrow();
		if (ContractType.typed(constant, schema).isEmpty()) {
			throw new ProfileMistake(section.at("constant"), "'" + constant + "' is no " + schema.getName());
		}
		return new Derivation.Constant(constant);
	}

	private Derivation each(Section section, Schema schema) {
		if (schema.getType() != Schema.Type.ARRAY) {
			throw new ProfileMistake(section.where(), "each needs a list in the contract");
		}
		String column = section.required("each");
		Schema element = schema.getElementType();
		if (section.has("fields")) {
			section.only("each", "split", "fields");
			return new Derivation.Each(column, section.text("split").orElse(null),
					new Derivation.Nested(fields(section.section("fields"), element)));
		}
		section.only("each", "split", "as", "of", "era", "level");
		return new Derivation.Each(column, section.text("split").orElse(null),
				new Derivation.Value(List.of("."), kind(section), reader(section)));
	}

	private Derivation value(Section section) {
		section.only("from", "as", "of", "era", "level");
		List<String> columns = section.texts("from");
		if (columns.isEmpty()) {
			throw new ProfileMistake(section.where(), "one of from, constant, template, th, each or fields is needed");
		}
		return new Derivation.Value(columns, kind(section), reader(section));
	}

	private Reader reader(Section section) {
		Era writtenIn = section.choice("era", Era.class, this.era);
		String kind = section.text("as").orElse("text");
		return switch (kind) {
			case "text" -> Readers.text();
			case "money" -> Readers.money();
			case "quantity" -> Readers.quantity();
			case "yes-no" -> Readers.yesNo();
			case "date" -> Readers.date(writtenIn, this.serials);
			case "fiscal-year" -> Readers.fiscalYear(writtenIn);
			case "period-start" -> part(Readers.period(writtenIn), Period::start);
			case "period-end" -> part(Readers.period(writtenIn), Period::end);
			case "period-precision" -> part(Readers.period(writtenIn), (period) -> period.precision().name());
			case "area" -> Readers.area(this.reference.areas(), new AreaScope(this.within, depth(section)));
			case "code" -> Readers.code(list(section), this.reference.codes());
			default -> throw new ProfileMistake(section.at("as"),
					"'" + kind + "' is none of " + String.join(", ", ProfileSchema.READERS));
		};
	}

	private Derivation.Kind kind(Section section) {
		String name = section.text("as").orElse("text");
		return new Derivation.Kind(name, name.equals("code") ? list(section) : null);
	}

	private CodeList list(Section section) {
		String name = section.required("of");
		return Optional.ofNullable(this.lists.get(name))
			.orElseThrow(() -> new ProfileMistake(section.at("of"), "no list is called '" + name + "'"));
	}

	private static int depth(Section section) {
		return switch (section.text("level").orElse("any")) {
			case "any" -> 0;
			case "province" -> 1;
			case "amphoe" -> 2;
			case "tambon" -> 3;
			default -> throw new ProfileMistake(section.at("level"), "none of any, province, amphoe, tambon");
		};
	}

	private static Reader part(Reader periods, Function<Period, Object> part) {
		return (offered) -> {
			Reading reading = periods.read(offered);
			return (reading instanceof Reading.Read(Period period)) ? new Reading.Read(part.apply(period)) : reading;
		};
	}

}
