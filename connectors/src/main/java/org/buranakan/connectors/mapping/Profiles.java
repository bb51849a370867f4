package org.buranakan.connectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.buranakan.connectors.reading.CodeList;
import org.buranakan.connectors.reading.Era;
import org.buranakan.connectors.reading.Serials;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads profiles from YAML; the package's documentation describes the form. Every mistake
 * is a {@link ProfileMistake} that names its place.
 */
public final class Profiles {

	private final Reference reference;

	public Profiles(Reference reference) {
		this.reference = reference;
	}

	/** Reads one profile. */
	public Profile read(InputStream yaml) throws IOException {
		String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		Yaml parser = new Yaml(new SafeConstructor(options));
		try {
			return profile(Section.of("profile", parser.load(text)));
		}
		catch (ProfileMistake mistake) {
			throw mistake.in(new Lines(parser.compose(new StringReader(text))));
		}
		catch (YAMLException ex) {
			throw new ProfileMistake("profile", String.valueOf(ex.getMessage()));
		}
	}

	private Profile profile(Section root) {
		root.only("agency", "system", "basis", "era", "dates", "within", "lists", "sources");
		Map<String, CodeList> lists = new HashMap<>();
		root.optional("lists")
			.ifPresent((section) -> section.entries()
				.forEach((name, list) -> lists.put(name, list(Section.of(section.at(name), list)))));
		Derivations derivations = new Derivations(this.reference, root.choice("era", Era.class, Era.UNDECLARED),
				serials(root), root.texts("within"), lists);
		List<SourceProfile> sources = root.sections("sources")
			.stream()
			.map((source) -> source(source, derivations))
			.toList();
		Set<String> names = new HashSet<>();
		sources.stream().map(SourceProfile::name).filter((name) -> !names.add(name)).findFirst().ifPresent((twice) -> {
			throw new ProfileMistake(root.at("sources"), "two are called '" + twice + "'");
		});
		Map<Origin, String> origins = new HashMap<>();
		for (int index = 0; index < sources.size(); index++) {
			String first = origins.putIfAbsent(sources.get(index).origin(), sources.get(index).name());
			if (first != null) {
				throw new ProfileMistake(root.at("sources[" + index + "].name"),
						"would never be read: source '" + first + "' reads the same; give it the events of both"
								+ " / จะไม่ถูกอ่านเลย เพราะแหล่ง '" + first
								+ "' อ่านข้อมูลเดียวกัน โปรดรวม events ไว้ในแหล่งเดียว");
			}
		}
		CompleteFiles.check(root.sections("sources"), sources);
		return new Profile(new AgencyId(root.required("agency")), root.required("system"),
				root.choice("basis", Basis.class, Basis.REPORTED), sources);
	}

	private static Serials serials(Section root) {
		return switch (root.text("dates").orElse("1900")) {
			case "1900" -> Serials.SINCE_1900;
			case "1904" -> Serials.SINCE_1904;
			default -> throw new ProfileMistake(root.at("dates"), "neither 1900 nor 1904");
		};
	}

	private static CodeList list(Section list) {
		list.only("reference", "codes");
		Map<String, List<String>> codes = new LinkedHashMap<>();
		list.optional("codes")
			.ifPresent((section) -> section.entries()
				.forEach((code, aliases) -> codes.put(code, Section.texts(section.at(code), aliases))));
		return new CodeList(list.text("reference").orElse(null), codes);
	}

	private static SourceProfile source(Section source, Derivations derivations) {
		source.only("name", "table", "file", "sheet", "push", "columns", "optional", "gone", "unpivot", "events");
		Map<String, List<String>> columns = new LinkedHashMap<>();
		source.optional("columns")
			.ifPresent((section) -> section.entries()
				.forEach((name, aliases) -> columns.put(name, aliases(section.at(name), aliases))));
		Set<String> optional = new HashSet<>(source.texts("optional"));
		Optional<Unpivot> unpivot = source.optional("unpivot")
			.map((section) -> new WideTable(section, derivations.era()).into(columns, optional));
		Origin origin = origin(source);
		Derivations here = (origin instanceof Origin.Sheet) ? derivations : derivations.withDatesOfItsOwn();
		List<EventProfile> events = source.sections("events").stream().map((event) -> event(event, here)).toList();
		unpivot.ifPresent((wide) -> WideTable.check(wide, source, events));
		SourceProfile profile = new SourceProfile(source.required("name"), origin, columns, Set.copyOf(optional),
				source.choice("gone", Gone.class, Gone.KEPT), events, unpivot);
		KnownColumns.check(source, profile);
		return profile;
	}

	private static List<String> aliases(String where, @Nullable Object aliases) {
		List<String> names = Section.texts(where, aliases);
		if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
			throw new ProfileMistake(where,
					"what the source calls the column is missing / ยังไม่ได้บอกว่าแหล่งข้อมูลเรียกคอลัมน์นี้ว่าอะไร");
		}
		return names;
	}

	private static Origin origin(Section source) {
		if (source.has("table")) {
			return new Origin.Table(source.required("table"));
		}
		return source.has("push") ? new Origin.Push(source.required("push"))
				: new Origin.Sheet(source.required("file"), source.text("sheet").orElse("*"));
	}

	private static EventProfile event(Section event, Derivations derivations) {
		event.only("family", "key", "when", "revision", "fields");
		Family family = event.choice("family", Family.class, Family.PLAN);
		event.required("family");
		Map<String, List<String>> when = new LinkedHashMap<>();
		event.optional("when")
			.ifPresent((section) -> section.entries()
				.forEach((column, values) -> when.put(column, Section.texts(section.at(column), values))));
		Section fields = event.section("fields");
		fields.entries().keySet().stream().filter((name) -> !BlankEnvelope.isDerivable(name)).forEach((name) -> {
			throw new ProfileMistake(fields.at(name),
					"is filled in when the event is published; a revision of your own is said beside fields, as"
							+ " revision: {from: column} / ระบบเติมให้เมื่อเผยแพร่"
							+ " ถ้าหน่วยงานนับเลขฉบับเอง ให้ใส่ revision: {from: คอลัมน์} ข้าง fields");
		});
		return new EventProfile(family, new Template(event.required("key")), Condition.of(when),
				derivations.fields(fields, family.schema()), revision(event, family));
	}

	private static Optional<String> revision(Section event, Family family) {
		Optional<String> column = event.optional("revision").map((section) -> section.only("from").required("from"));
		if (column.isPresent() && family == Family.BUDGET) {
			throw new ProfileMistake(event.at("revision"),
					"postings have none: a changed one is reversed and posted anew / รายการงบประมาณไม่มีเลขฉบับ"
							+ " เมื่อแก้ไข ระบบจะกลับรายการแล้วลงรายการใหม่");
		}
		return column;
	}

}
