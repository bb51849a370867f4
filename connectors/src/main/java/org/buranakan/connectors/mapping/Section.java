package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One mapping of a profile's YAML and where it stands, so that a mistake can be found.
 *
 * @param where such as {@code sources[0].events[1]}
 */
record Section(String where, Map<?, ?> content) {

	static Section of(String where, @Nullable Object content) {
		if (content instanceof Map<?, ?> map) {
			if (map.keySet().stream().anyMatch(Boolean.class::isInstance)) {
				throw new ProfileMistake(where, "YAML reads a bare yes, no, on or off as a flag: put quotes around it");
			}
			return new Section(where, map);
		}
		throw new ProfileMistake(where, "expected a mapping of names to values");
	}

	/** Refuses names that mean nothing here. */
	Section only(String... known) {
		for (Object name : this.content.keySet()) {
			if (!Arrays.asList(known).contains(name.toString())) {
				throw new ProfileMistake(at(name), "not known here; known are " + String.join(", ", known));
			}
		}
		return this;
	}

	boolean has(String name) {
		return this.content.get(name) != null;
	}

	Optional<Object> value(String name) {
		return Optional.ofNullable(this.content.get(name));
	}

	Optional<String> text(String name) {
		return value(name).map(Object::toString);
	}

	String required(String name) {
		return text(name).orElseThrow(() -> new ProfileMistake(at(name), "missing"));
	}

	/** One text, or a list of them. */
	List<String> texts(String name) {
		return texts(at(name), value(name).orElse(List.of()));
	}

	Section section(String name) {
		return of(at(name), this.content.get(name));
	}

	Optional<Section> optional(String name) {
		return has(name) ? Optional.of(section(name)) : Optional.empty();
	}

	/** The mapping's entries in order, each value as it stands. */
	Map<String, Object> entries() {
		Map<String, Object> entries = new LinkedHashMap<>();
		this.content.forEach((name, value) -> entries.put(name.toString(), value));
		return entries;
	}

	List<Section> sections(String name) {
		List<Section> sections = new ArrayList<>();
		if (!(this.content.get(name) instanceof List<?> list) || list.isEmpty()) {
			throw new ProfileMistake(at(name), "expected a list of at least one");
		}
		for (Object element : list) {
			sections.add(of(at(name) + "[" + sections.size() + "]", element));
		}
		return sections;
	}

	/** A value of a closed set, whatever its case, hyphens for underscores. */
	<E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
		Optional<String> text = text(name);
		if (text.isEmpty()) {
			return otherwise;
		}
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().equalsIgnoreCase(text.get().replace('-', '_')))
			.findFirst()
			.orElseThrow(() -> new ProfileMistake(at(name),
					"'" + text.get() + "' is none of " + Arrays.toString(type.getEnumConstants())));
	}

	String at(Object name) {
		return this.where.isEmpty() ? name.toString() : this.where + "." + name;
	}

	/**
	 * One text, or a list of them.
	 * @param where it stands, for the mistake of an item that is blank
	 */
	static List<String> texts(String where, @Nullable Object value) {
		if (value instanceof Collection<?> several) {
			if (several.stream().anyMatch(Objects::isNull)) {
				throw new ProfileMistake(where, "an item of the list is blank / มีรายการที่ว่างอยู่");
			}
			return several.stream().map(Object::toString).toList();
		}
		return (value != null) ? List.of(value.toString()) : List.of();
	}

}
