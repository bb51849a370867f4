package org.buranakan.connectors.reading;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A list of codes as a profile sees it.
 *
 * @param reference the reference list in which every code must stand; null for lists that
 * the contracts close themselves (statuses, phases)
 * @param codes the agency's own words per code
 */
public record CodeList(@Nullable String reference, Map<String, List<String>> codes) {

	public CodeList {
		codes = Map.copyOf(codes);
	}

}
