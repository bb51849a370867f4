package org.buranakan.hub.intake;

/** Where an entity stands before an event: what decides the event's outcome. */
record Standing(long revision, ContentHash hash) {

	static Standing of(Fact<?> fact) {
		return new Standing(fact.revision(), fact.hash());
	}

}
