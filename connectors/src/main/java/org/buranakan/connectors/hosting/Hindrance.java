package org.buranakan.connectors.hosting;

/**
 * What keeps a source from its work although the hub can be reached, and what becomes of
 * what waits; for the agency's officer, so it names no place on any machine.
 */
public record Hindrance(String th, String en) {

	/** In Thai and English, for health. */
	@Override
	public String toString() {
		return this.th + " / " + this.en;
	}

}
