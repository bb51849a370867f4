package org.buranakan.hub.finding;

/**
 * Where a finding stands: it holds, it holds and an agency has answered, or it no longer
 * holds.
 */
enum FindingStatus {

	OPEN, ANSWERED, RESOLVED

}
