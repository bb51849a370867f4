package org.buranakan.schemas.envelope;

/** What topic, key, headers and value of a record can disagree about. */
public enum Disagreement {

	/** The value is of another family than the topic. */
	FOREIGN_FAMILY,

	/** The value names another agency than the topic. */
	FOREIGN_AGENCY,

	/** The entity id is not {@code <agency>:<local id>}. */
	BAD_ENTITY_ID,

	/** The entity id names another agency than the value. */
	FOREIGN_ENTITY,

	/** The record key is not the entity id. */
	FOREIGN_KEY,

	/** The revision is below 1, or a posting's is not 1. */
	BAD_REVISION,

	/**
	 * The event id is not the one that follows from agency, family, entity and revision.
	 */
	WRONG_EVENT_ID,

	/** A CloudEvents header is missing. */
	MISSING_HEADER,

	/** A CloudEvents header says something else than the value. */
	WRONG_HEADER

}
