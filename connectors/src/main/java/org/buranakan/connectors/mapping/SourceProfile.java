package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.buranakan.schemas.topic.Family;

/**
 * One source of an agency and the events that its rows give.
 *
 * @param name unique in the profile; begins the key of every refusal
 * @param origin where its rows come from
 * @param columns what the source may call each column, by the profile's own name for it
 * @param optional columns that a sheet may lack
 * @param gone what becomes of rows that vanish
 * @param unpivot how the columns of a wide table are read
 */
public record SourceProfile(String name, Origin origin, Map<String, List<String>> columns, Set<String> optional,
		Gone gone, List<EventProfile> events, Optional<Unpivot> unpivot) {

	/** Of a table that is not wide. */
	public SourceProfile(String name, Origin origin, Map<String, List<String>> columns, Set<String> optional, Gone gone,
			List<EventProfile> events) {
		this(name, origin, columns, optional, gone, events, Optional.empty());
	}

	/** Whether each of its files is all that it states: what one lacks is withdrawn. */
	public boolean isOfCompleteFiles() {
		return this.origin instanceof Origin.Sheet && this.gone == Gone.WITHDRAWN;
	}

	/** The families of its events. */
	public Set<Family> families() {
		return this.events.stream().map(EventProfile::family).collect(Collectors.toUnmodifiableSet());
	}

	/** The rows that the event is read from: the row, or one per column of a wide one. */
	List<? extends Row> rows(EventProfile event, Row row) {
		return this.unpivot.filter((wide) -> wide.isOf(event))
			.<List<? extends Row>>map((wide) -> wide.rows(row))
			.orElse(List.of(row));
	}

	/** The same, columns that the table lacks included. */
	List<? extends Row> possibleRows(EventProfile event, Row row) {
		return this.unpivot.filter((wide) -> wide.isOf(event))
			.<List<? extends Row>>map((wide) -> wide.all(row))
			.orElse(List.of(row));
	}

	/** The same for a row that is gone. */
	List<? extends Row> goneRows(EventProfile event, Row row) {
		return this.unpivot.filter((wide) -> wide.isOf(event))
			.<List<? extends Row>>map((wide) -> wide.gone(row))
			.orElse(List.of(row));
	}

	/**
	 * All columns that the profile names or reads, those of a wide row's events among
	 * them.
	 */
	public Set<String> captured() {
		Set<String> captured = new TreeSet<>(this.columns.keySet());
		this.events.forEach((event) -> captured.addAll(event.columns()));
		this.unpivot.ifPresent((wide) -> captured.removeAll(Set.of(wide.as(), wide.names())));
		return captured;
	}

	/** What the source may call the column: its own name where the profile gives none. */
	public List<String> names(String column) {
		return this.columns.getOrDefault(column, List.of(column));
	}

}
