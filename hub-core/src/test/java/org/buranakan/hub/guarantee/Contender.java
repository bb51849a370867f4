package org.buranakan.hub.guarantee;

/**
 * A way of getting a backlog of postings into a table, in a process of its own that has
 * not warmed up.
 */
interface Contender {

	/** For people. */
	String name();

	/**
	 * Takes the backlog into a database of its own.
	 * @throws AssertionError if what stands in its table afterwards is not what was
	 * published
	 */
	Effort take(Backlog backlog) throws Exception;

}
