package org.buranakan.connectors.source.cdc;

/**
 * A position in PostgreSQL's write-ahead log (an LSN), written as PostgreSQL writes it.
 */
record LogPosition(long value) {

	@Override
	public String toString() {
		return "%X/%X".formatted(this.value >>> 32, this.value & 0xFFFF_FFFFL);
	}

}
