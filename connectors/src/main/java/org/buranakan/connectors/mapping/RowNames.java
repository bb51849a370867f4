package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.buranakan.schemas.topic.Family;

/**
 * What the rows of a source are known by: the keys of their entities, the period of a
 * wide table's columns left out. A row that is there keeps all of its entities, whichever
 * of its columns are.
 */
public final class RowNames {

	/** Stands for any period: no entity id has it. */
	private static final String ANY = "·";

	private final List<EventProfile> events;

	private final SourceProfile source;

	/** The families in which an entity may be of a row that cannot be told. */
	private final Set<Family> untellable;

	private final Set<String> periods;

	private final Set<Integer> lengths;

	public RowNames(SourceProfile source) {
		this.source = source;
		this.events = source.events().stream().filter(this::isTellable).toList();
		this.untellable = source.events()
			.stream()
			.filter((event) -> !isTellable(event))
			.map(EventProfile::family)
			.collect(Collectors.toUnmodifiableSet());
		this.periods = source.unpivot().map((wide) -> Set.copyOf(wide.periods().values())).orElse(Set.of());
		this.lengths = this.periods.stream().map(String::length).collect(Collectors.toSet());
	}

	/** The names of a row, whatever else it says; fewer where it lacks a key. */
	public List<String> of(Row row) {
		List<String> names = new ArrayList<>();
		for (EventProfile event : this.events) {
			Row known = this.source.unpivot()
				.filter((wide) -> wide.isOf(event))
				.<Row>map((wide) -> new WideRow(row, wide, "", ANY))
				.orElse(row);
			event.key().fill(known).ifPresent((local) -> names.add(name(event.family(), local)));
		}
		return names;
	}

	/**
	 * The names of all rows that can have stated the entity; empty where no row of the
	 * source, as the profile reads it, can.
	 */
	public List<String> of(Outcome.Identity identity) {
		List<String> names = new ArrayList<>();
		if (this.untellable.contains(identity.family())) {
			return names;
		}
		String local = identity.entity().local();
		for (EventProfile event : this.events) {
			if (event.family() == identity.family()) {
				if (isWide(event)) {
					cuts(local).forEach((cut) -> names.add(name(event.family(), cut)));
				}
				else {
					names.add(name(event.family(), local));
				}
			}
		}
		return names;
	}

	/** The text less a period, for each one that stands anywhere in it. */
	private List<String> cuts(String local) {
		List<String> cuts = new ArrayList<>();
		for (int length : this.lengths) {
			for (int from = 0; from + length <= local.length(); from++) {
				if (this.periods.contains(local.substring(from, from + length))) {
					cuts.add(local.substring(0, from) + ANY + local.substring(from + length));
				}
			}
		}
		return cuts;
	}

	/** A key with the amount in it, or the period twice, does not tell its row. */
	private boolean isTellable(EventProfile event) {
		List<String> columns = event.key().columns();
		return this.source.unpivot()
			.filter((wide) -> wide.isOf(event))
			.map((wide) -> !columns.contains(wide.as()) && columns.stream().filter(wide.names()::equals).count() == 1)
			.orElse(true);
	}

	private boolean isWide(EventProfile event) {
		return this.source.unpivot().filter((wide) -> wide.isOf(event)).isPresent();
	}

	private static String name(Family family, String local) {
		return family + " " + local;
	}

}
