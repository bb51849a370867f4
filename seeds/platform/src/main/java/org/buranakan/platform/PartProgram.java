package org.buranakan.platform;

import java.io.IOException;
import java.util.List;

import org.buranakan.platform.process.Program;

/**
 * What is particular to one part: how it is laid out, what to run, and when it answers.
 */
interface PartProgram {

	PartName name();

	/** Its ports, each with the property that changes it. */
	List<PortUse> ports();

	/** Lays out what it needs on disk, once or again, and says what to run. */
	Program prepare() throws IOException, InterruptedException;

	/**
	 * Whether it answers as itself, and not as somebody else on its port. Asked many
	 * times, so it must be quick.
	 */
	boolean answers();

	/** Gives it the users and rights it should have. Repeated at every start. */
	void furnish();

}
