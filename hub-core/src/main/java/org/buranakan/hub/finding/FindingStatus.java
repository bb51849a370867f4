package org.buranakan.hub.finding;

/** Where a finding stands. */
enum FindingStatus {

	/** It holds, and nobody has said anything to it as it is. */
	OPEN,

	/** An agency has answered. */
	ANSWERED,

	/** An auditor or operator has taken note of it, and of the answers so far. */
	ACKNOWLEDGED,

	/** An auditor or operator has said why, as it is, nothing needs to be done. */
	DISMISSED,

	/** It no longer holds. */
	RESOLVED

}
