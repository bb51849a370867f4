package org.buranakan.connectors.command;

import java.io.PrintWriter;
import java.util.Optional;

/**
 * One thing that a joining agency has to do right.
 *
 * @param trouble what is wrong and how to mend it; empty where it is right
 */
record Point(String th, String en, Optional<String> trouble) {

	static Point passed(String th, String en) {
		return new Point(th, en, Optional.empty());
	}

	static Point failed(String th, String en, String trouble) {
		return new Point(th, en, Optional.of(trouble));
	}

	/** Passed if so. */
	static Point of(boolean passed, String th, String en, String trouble) {
		return passed ? passed(th, en) : failed(th, en, trouble);
	}

	void print(PrintWriter out) {
		out.println((this.trouble.isEmpty() ? "✓ " : "✗ ") + this.th + " / " + this.en);
		this.trouble.ifPresent((wrong) -> out.println("    → " + wrong));
	}

}
