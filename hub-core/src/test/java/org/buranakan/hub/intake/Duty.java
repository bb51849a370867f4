package org.buranakan.hub.intake;

/** What {@link Without} can take from a hub, to find out what it costs. */
public enum Duty {

	/** That what is derived follows the facts. */
	DERIVATION,

	/** That every record is kept with its outcome. */
	HISTORY,

	/** That only the owner of a log writes. */
	OWNERSHIP,

	/** That readers are told what changed, and the derivation what to derive. */
	NEWS

}
