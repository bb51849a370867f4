package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a batch leaves for others: tables {@code dirty} (for the derivation) and
 * {@code hub.change} (for the stream).
 */
@Component
class Aftermath {

	/** Beyond this many keys of one family and agency a reader does better to reload. */
	private static final int MOST_NAMED = 200;

	private static final List<Column<DirtyKey>> DIRTY = new Columns<DirtyKey>().text("kind", DirtyKey::kind)
		.text("key", DirtyKey::key)
		.list();

	private static final List<Column<Change>> CHANGES = new Columns<Change>().text("family", Change::family)
		.text("key", Change::key)
		.text("agency", Change::agency)
		.list();

	private final Statements statements;

	Aftermath(Statements statements) {
		this.statements = statements;
	}

	void write(Collection<DirtyKey> dirty, Collection<Fact<?>> facts, Collection<Log> logs) {
		Set<DirtyKey> all = new LinkedHashSet<>(dirty);
		facts.stream().map(Fact::agency).filter((agency) -> !agency.isEmpty()).map(DirtyKey::agency).forEach(all::add);
		this.statements.insert("dirty", DIRTY, List.copyOf(all));
		Map<Integer, Log> byId = new HashMap<>();
		logs.forEach((log) -> byId.put(log.id(), log));
		Map<Log, Set<String>> changed = new HashMap<>();
		for (Fact<?> fact : facts) {
			Log log = byId.get(fact.logId());
			if (log != null) {
				changed.computeIfAbsent(log, (key) -> new LinkedHashSet<>()).add(fact.id());
			}
		}
		List<Change> changes = new ArrayList<>();
		changed.forEach((log, keys) -> {
			Collection<String> named = (keys.size() > MOST_NAMED) ? Set.of("*") : keys;
			named.forEach((key) -> changes.add(new Change(log.family(), key, agency(log))));
		});
		logs.stream()
			.map(Log::agency)
			.filter((agency) -> !agency.isEmpty())
			.distinct()
			.forEach((agency) -> changes.add(new Change("agency", agency, agency)));
		this.statements.insert("change", CHANGES, changes);
	}

	private static @Nullable String agency(Log log) {
		return log.agency().isEmpty() ? null : log.agency();
	}

	/** A row of {@code hub.change}. */
	private record Change(String family, String key, @Nullable String agency) {

	}

}
