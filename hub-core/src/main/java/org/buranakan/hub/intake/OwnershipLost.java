package org.buranakan.hub.intake;

import java.util.Collection;

/** Another process claimed the logs, or moved them: nothing was written. */
final class OwnershipLost extends IllegalStateException {

	OwnershipLost(Collection<Log> logs) {
		super("No longer the owner of " + logs.stream().map((log) -> log.topic().name()).toList()
				+ ", or its position is not where it was: nothing was written");
	}

}
