package org.buranakan.hub.intake;

import java.util.Set;

/** Where an entity stands before an event: what decides the event's outcome. */
record Standing(long revision, ContentHash hash, Set<DirtyKey> touches) {

	static Standing of(Fact<?> fact) {
		return new Standing(fact.revision(), fact.hash(), fact.touches());
	}

}
