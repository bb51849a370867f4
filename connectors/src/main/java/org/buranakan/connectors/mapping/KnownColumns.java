package org.buranakan.connectors.mapping;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether every column that a source's events are read from is one of the source's. Of a
 * table, and of what is pushed, a column needs no mention: there it is called by its own
 * name. In a sheet only headings that the profile lists are ever looked for.
 */
final class KnownColumns {

	private KnownColumns() {
	}

	/** Finds columns that would be blank for ever. */
	static void check(Section section, SourceProfile source) {
		section.texts("optional")
			.stream()
			.filter((column) -> !source.captured().contains(column))
			.findFirst()
			.ifPresent((column) -> {
				throw unknown(section.at("optional"), column);
			});
		if (source.origin() instanceof Origin.Sheet) {
			Set<String> known = new TreeSet<>(source.columns().keySet());
			source.unpivot().ifPresent((wide) -> known.addAll(Set.of(wide.as(), wide.names())));
			for (int index = 0; index < source.events().size(); index++) {
				check(section.sections("events").get(index), source.events().get(index), known);
			}
		}
	}

	private static void check(Section section, EventProfile event, Set<String> known) {
		require(section.at("key"), event.key().columns(), known);
		event.when().accepted().keySet().forEach((column) -> require(section.at("when." + column), column, known));
		event.revision().ifPresent((column) -> require(section.at("revision"), column, known));
		event.fields().forEach((name, field) -> check(section.at("fields." + name), field, known));
	}

	private static void check(String where, Derivation field, Set<String> known) {
		if (field instanceof Derivation.Nested(var fields)) {
			fields.forEach((name, inner) -> check(where + ".fields." + name, inner, known));
			return;
		}
		if (field instanceof Derivation.Each(String column, var split, var _) && split == null) {
			throw new ProfileMistake(where, "a sheet has no lists: say what stands between the items of '" + column
					+ "', as split: \";\" / แผ่นงานไม่มีรายการย่อย โปรดระบุตัวคั่นด้วย split");
		}
		require(where, field.columns(), known);
	}

	private static void require(String where, Collection<String> columns, Set<String> known) {
		columns.forEach((column) -> require(where, column, known));
	}

	private static void require(String where, String column, Set<String> known) {
		if (!known.contains(column)) {
			throw unknown(where, column);
		}
	}

	private static ProfileMistake unknown(String where, String column) {
		return new ProfileMistake(where, "'" + column + "' is none of the source's columns: correct its name, or add it"
				+ " to them / ไม่มีคอลัมน์ '" + column + "' ในแหล่งนี้ โปรดแก้ชื่อหรือเพิ่มใน columns");
	}

}
