package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One source of an agency and the events that its rows give.
 *
 * @param name unique in the profile; begins the key of every refusal
 * @param origin where its rows come from
 * @param columns what the source may call each column, by the profile's own name for it
 * @param optional columns that a sheet may lack
 * @param gone what becomes of rows that vanish
 */
public record SourceProfile(String name, Origin origin, Map<String, List<String>> columns, Set<String> optional,
		Gone gone, List<EventProfile> events) {

	/** What the source may call the column: its own name where the profile gives none. */
	public List<String> names(String column) {
		return this.columns.getOrDefault(column, List.of(column));
	}

}
