package org.buranakan.connectors.hosting;

/** A source as health sees it: a bean of this type per source. */
public interface SourceState {

	/** Such as {@code spreadsheet pacc-zone-1}. */
	String name();

	/** Whether it can still do its work; waiting for an outage to end counts. */
	boolean isAlive();

}
