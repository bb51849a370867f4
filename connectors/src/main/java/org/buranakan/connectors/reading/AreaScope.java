package org.buranakan.connectors.reading;

import java.util.List;

/**
 * Which areas a profile expects.
 *
 * @param within codes of which one begins every accepted code; empty for anywhere
 * @param depth 3 for tambons only, 2 for amphoes, 1 for provinces, 0 for any level
 */
public record AreaScope(List<String> within, int depth) {

	public AreaScope {
		within = List.copyOf(within);
		if (depth < 0 || depth > 3) {
			throw new IllegalArgumentException("Areas have three levels, not " + depth);
		}
	}

	boolean covers(KnownArea area) {
		return this.within.isEmpty() || this.within.stream().anyMatch(area.code()::startsWith);
	}

	boolean admits(KnownArea area) {
		return this.depth == 0 || this.depth == area.depth();
	}

}
