package org.buranakan.run;

import java.nio.file.Path;

/**
 * Ends this process when the Maven that started it has gone: {@code kill -9} of Maven
 * reaches nobody else. A shell may go and leave us running, as one would expect of
 * {@code nohup}, so only a Java parent is watched.
 */
final class ParentWatch {

	private ParentWatch() {
	}

	static void start() {
		ProcessHandle.current()
			.parent()
			.filter(ParentWatch::isJava)
			.ifPresent((parent) -> Thread.ofVirtual().name("parent-watch").start(() -> endAfter(parent)));
	}

	private static void endAfter(ProcessHandle parent) {
		parent.onExit().join();
		System.exit(143);
	}

	private static boolean isJava(ProcessHandle process) {
		return process.info().command().filter((command) -> Path.of(command).endsWith("java")).isPresent();
	}

}
