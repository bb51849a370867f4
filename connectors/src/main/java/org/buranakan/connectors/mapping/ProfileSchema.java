package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.buranakan.connectors.reading.Era;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.topic.Family;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a profile as a JSON Schema (2020-12), made from the contracts: an editor
 * that knows it offers every field of an event with what the contract says of it.
 */
public final class ProfileSchema {

	static final List<String> READERS = List.of("text", "money", "quantity", "yes-no", "date", "fiscal-year",
			"period-start", "period-end", "period-precision", "area", "code");

	private static final List<String> WAYS = List.of("constant", "template", "th", "each", "fields", "from");

	private final JsonMapper mapper = JsonMapper.shared();

	/** The schema, indented. */
	public String json() {
		ObjectNode root = object("agency", "system", "sources");
		root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		root.put("title", "Buranakan mapping profile");
		ObjectNode properties = properties(root);
		properties.set("agency", text("The agency's id, as in its topics."));
		properties.set("system", text("The agency's name for its system."));
		properties.set("basis", choice(Basis.values()));
		properties.set("era", choice(Era.values()));
		properties.putObject("dates")
			.put("description", "The system of a sheet's dates that are bare numbers; 1900 unless said.")
			.putArray("enum")
			.add(1900)
			.add(1904)
			.add("1900")
			.add("1904");
		properties.set("within", texts("Area codes that the agency reports on; absent for all."));
		properties.set("lists", mapOf(list()));
		properties.set("sources", atLeastOne(source()));
		ObjectNode definitions = root.putObject("$defs");
		definitions.set("derivation", derivation());
		for (Family family : Family.values()) {
			definitions.set(family.code(), fields(family.schema()));
		}
		return this.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
	}

	private ObjectNode list() {
		ObjectNode list = object();
		properties(list).set("reference", text("A kind of hub.reference in which every code must stand."));
		properties(list).set("codes", mapOf(texts("The agency's own words for the code.")));
		return list;
	}

	private ObjectNode source() {
		ObjectNode source = object("name", "events");
		ObjectNode properties = properties(source);
		properties.set("name", text("Begins the key of every refusal: never change it."));
		properties.set("table", text("A captured table with its schema, such as public.projects."));
		properties.set("file", text("Glob over file names."));
		properties.set("sheet", text("Glob over sheet names; absent for all."));
		properties.set("push", text("What a pushed item's property type says."));
		properties.set("columns", mapOf(texts("What the source calls the column; any of these.")));
		properties.set("optional", texts("Columns that a sheet, or a table, may lack."));
		properties.set("gone",
				choice(Gone.values()).put("description",
						"What a row that vanishes spoke of. With a file, withdrawn says that every file is all that"
								+ " the source states, and needs it to be the only source of its families."));
		properties.set("unpivot", unpivot());
		properties.set("events", atLeastOne(event()));
		alternatives(source, List.of("table", "file", "push"));
		source.putObject("dependentRequired").set("file", names(List.of("columns")));
		source.putObject("if").putArray("required").add("push");
		source.putObject("then").putObject("properties").putObject("gone").put("const", "kept");
		return source;
	}

	private ObjectNode unpivot() {
		ObjectNode unpivot = object("columns", "as", "names");
		properties(unpivot).set("columns",
				text("The headings of the columns, with {year}, {quarter}, both, or {month} and {year} in it."));
		properties(unpivot).set("as", text("What the value of such a column is called in the events' fields."));
		properties(unpivot).set("names",
				text("What the period in the heading is called; keys of events per column have it in braces."));
		return unpivot;
	}

	private ObjectNode event() {
		ObjectNode event = object("family", "key", "fields");
		ObjectNode properties = properties(event);
		properties.set("family", choice(Family.values()));
		properties.set("key", text("The local part of the entity id, with {column} in it; stable for ever."));
		properties.set("when", mapOf(texts("Only for rows with one of these; \"*\" for not blank, \"\" for blank.")));
		ObjectNode revision = object("from");
		properties(revision).set("from", text("The column."));
		properties.set("revision", revision.put("description",
				"Where the agency counts revisions itself: a whole number from 1. Blank, or absent: raised by one"
						+ " when the content changes. Not for budget."));
		properties.putObject("fields").put("type", "object");
		ArrayNode families = event.putArray("allOf");
		for (Family family : Family.values()) {
			ObjectNode rule = families.addObject();
			rule.putObject("if").putObject("properties").putObject("family").put("const", family.code());
			ObjectNode then = rule.putObject("then").putObject("properties");
			then.putObject("fields").put("$ref", "#/$defs/" + family.code());
			if (family == Family.BUDGET) {
				then.put("revision", false);
			}
		}
		return event;
	}

	private ObjectNode fields(Schema contract) {
		ObjectNode fields = object();
		for (Schema.Field field : contract.getFields()) {
			if (BlankEnvelope.isDerivable(field.name())) {
				ObjectNode way = properties(fields).putObject(field.name());
				way.put("$ref", "#/$defs/derivation");
				if (field.doc() != null) {
					way.put("description", field.doc());
				}
			}
		}
		return fields;
	}

	private ObjectNode derivation() {
		ObjectNode derivation = object();
		ObjectNode properties = properties(derivation);
		properties.putObject("constant").put("description", "Always the same.");
		properties.set("template", text("Text with {column} in it; blank if one of the columns is."));
		properties.set("th", texts("The column with Thai text."));
		properties.set("en", texts("The column with English text."));
		properties.set("each", text("The column whose items become a list."));
		properties.set("split", text("A regular expression between the items of a text."));
		properties.putObject("fields")
			.put("type", "object")
			.putObject("additionalProperties")
			.put("$ref", "#/$defs/derivation");
		properties.set("from", texts("The column, or several that are joined."));
		properties.putObject("as").put("description", "How it is read; text unless said.").set("enum", names(READERS));
		properties.set("of", text("For as: code, one of the profile's lists."));
		properties.set("era", choice(Era.values()));
		properties.putObject("level").set("enum", names(List.of("any", "province", "amphoe", "tambon")));
		alternatives(derivation, WAYS);
		return derivation;
	}

	private ObjectNode object(String... required) {
		ObjectNode object = this.mapper.createObjectNode();
		object.put("type", "object").put("additionalProperties", false);
		if (required.length > 0) {
			object.set("required", names(List.of(required)));
		}
		object.putObject("properties");
		return object;
	}

	private static ObjectNode properties(ObjectNode object) {
		return object.withObject("properties");
	}

	/** One of these names at least. */
	private static void alternatives(ObjectNode object, List<String> names) {
		ArrayNode any = object.putArray("anyOf");
		names.forEach((name) -> any.addObject().putArray("required").add(name));
	}

	private ObjectNode text(String description) {
		return this.mapper.createObjectNode().put("type", "string").put("description", description);
	}

	/** One text or number, or a list of them. */
	private ObjectNode texts(String description) {
		ObjectNode texts = this.mapper.createObjectNode().put("description", description);
		ArrayNode scalar = this.mapper.createArrayNode().add("string").add("number");
		ArrayNode any = texts.putArray("anyOf");
		any.addObject().set("type", scalar);
		any.addObject().put("type", "array").putObject("items").set("type", scalar.deepCopy());
		return texts;
	}

	private ObjectNode mapOf(ObjectNode value) {
		ObjectNode map = this.mapper.createObjectNode().put("type", "object");
		map.set("additionalProperties", value);
		return map;
	}

	private ObjectNode atLeastOne(ObjectNode item) {
		ObjectNode list = this.mapper.createObjectNode().put("type", "array").put("minItems", 1);
		list.set("items", item);
		return list;
	}

	private ObjectNode choice(Enum<?>[] values) {
		ObjectNode choice = this.mapper.createObjectNode();
		choice.set("enum",
				names(Stream.of(values)
					.map((value) -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
					.filter((name) -> !name.equals("unknown"))
					.toList()));
		return choice;
	}

	private ArrayNode names(List<String> names) {
		ArrayNode array = this.mapper.createArrayNode();
		names.forEach(array::add);
		return array;
	}

}
