package org.buranakan.schemas.registry;

/** The number under which a registry knows a schema; the same in all its subjects. */
public record SchemaId(int value) {

	@Override
	public String toString() {
		return Integer.toString(this.value);
	}

}
