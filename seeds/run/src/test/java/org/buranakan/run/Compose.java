package org.buranakan.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * What {@code docker-compose.yml} says, alone and scaled out.
 *
 * @param services by name
 * @param volumes the names of the declared ones
 */
record Compose(Map<String, Map<String, Object>> services, Set<String> volumes) {

	static final Path ROOT = Path.of("../..");

	private static final String DEPENDS_ON = "depends_on";

	private static final Set<String> JOINED = Set.of("volumes", "ports", DEPENDS_ON);

	static Compose of(boolean scaled) throws IOException {
		Compose compose = new Compose(new TreeMap<>(), new TreeSet<>());
		compose.add("docker-compose.yml");
		if (scaled) {
			compose.add("docker-compose.scale.yml");
		}
		return compose;
	}

	/** A later file adds to an earlier one, as compose does it. */
	private void add(String name) throws IOException {
		try (Reader file = Files.newBufferedReader(ROOT.resolve(name))) {
			Map<String, Map<String, Map<String, Object>>> read = new Yaml().load(file);
			this.volumes.addAll(read.getOrDefault("volumes", Map.of()).keySet());
			read.getOrDefault("services", Map.of()).forEach((service, said) -> {
				Map<String, Object> all = this.services.computeIfAbsent(service, (any) -> new TreeMap<>());
				said.forEach((key, value) -> all.merge(key, value,
						(before, more) -> JOINED.contains(key) ? joined(before, more) : more));
			});
		}
	}

	private static Object joined(Object before, Object more) {
		if (before instanceof Map<?, ?> first && more instanceof Map<?, ?> second) {
			Map<Object, Object> both = new LinkedHashMap<>(first);
			both.putAll(second);
			return both;
		}
		return Stream.of(before, more).flatMap((list) -> ((Collection<?>) list).stream()).toList();
	}

	String text(String service, String key) {
		return String.valueOf(said(service).get(key));
	}

	List<String> list(String service, String key) {
		return (said(service).get(key) instanceof Collection<?> entries)
				? entries.stream().map(Object::toString).toList() : List.of();
	}

	/** What it waits for, by name, each with its condition. */
	Map<String, String> waits(String service) {
		Map<String, String> conditions = new TreeMap<>();
		if (said(service).get(DEPENDS_ON) instanceof Map<?, ?> awaited) {
			awaited.forEach(
					(name, how) -> conditions.put(name.toString(), String.valueOf(((Map<?, ?>) how).get("condition"))));
		}
		return conditions;
	}

	/** Whatever has come before it, one way or another. */
	Set<String> before(String service) {
		Set<String> all = new TreeSet<>();
		waits(service).keySet().forEach((awaited) -> {
			all.add(awaited);
			all.addAll(before(awaited));
		});
		return all;
	}

	/**
	 * All that is said of it but where it is built and reached, as of any of its kind.
	 */
	Map<Object, Object> ofItsKind(String service) {
		Map<String, Object> said = new TreeMap<>(said(service));
		said.keySet().removeAll(Set.of("build", "ports"));
		return withoutNumbers(said);
	}

	private static Map<Object, Object> withoutNumbers(Map<?, ?> said) {
		Map<Object, Object> all = new LinkedHashMap<>();
		said.forEach((key, value) -> all.put(key, withoutNumber(value)));
		return all;
	}

	private static Object withoutNumber(Object value) {
		return switch (value) {
			case Map<?, ?> map -> withoutNumbers(map);
			case Collection<?> entries -> entries.stream().map(Compose::withoutNumber).toList();
			default -> value.toString().replaceAll("\\b(kafka|connect|worker)-[123]\\b", "$1");
		};
	}

	private Map<String, Object> said(String service) {
		return this.services.getOrDefault(service, Map.of());
	}

}
