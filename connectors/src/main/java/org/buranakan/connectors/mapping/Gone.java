package org.buranakan.connectors.mapping;

/** What becomes of the entities of a row that its source does not have any more. */
public enum Gone {

	/** They stay as they were published last. */
	KEPT,

	/**
	 * They are withdrawn; postings are reversed. Of files it says that each is all that
	 * its source states.
	 */
	WITHDRAWN

}
