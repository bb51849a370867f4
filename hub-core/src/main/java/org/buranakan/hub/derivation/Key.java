package org.buranakan.hub.derivation;

/** The key of derived rows, as it stands in table {@code dirty}. */
record Key(String kind, String key) {

	@Override
	public String toString() {
		return this.kind + "/" + this.key;
	}

}
