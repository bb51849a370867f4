package org.buranakan.platform.shared;

import java.util.Optional;

/**
 * The process whose end is the end of the tests.
 */
final class TestRun {

	private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

	private TestRun() {
	}

	/**
	 * The Maven process among the ancestors of this one, or this one where there is none,
	 * as in an IDE.
	 */
	static ProcessHandle current() {
		ProcessHandle self = ProcessHandle.current();
		for (Optional<ProcessHandle> ancestor = self.parent(); ancestor
			.isPresent(); ancestor = ancestor.get().parent()) {
			if (ancestor.get().info().commandLine().filter((line) -> line.contains(MAVEN)).isPresent()) {
				return ancestor.get();
			}
		}
		return self;
	}

}
