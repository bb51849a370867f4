package org.buranakan.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

import org.buranakan.platform.PartName;
import org.buranakan.platform.PlatformFailure;
import org.buranakan.platform.StartListener;

/**
 * Tells the person at the terminal how the start goes: one line per step with its
 * seconds.
 */
final class StartProgress implements StartListener {

	private final PrintStream out;

	private final long started = System.nanoTime();

	StartProgress(PrintStream out) {
		this.out = out;
	}

	@Override
	public void ready(PartName part, Duration took) {
		line("✓", part.title(), took);
	}

	@Override
	public void failed(PartName part, Duration after, PlatformFailure failure) {
		line("✗", part.title(), after);
	}

	@Override
	public void noticed(String sentence) {
		this.out.println("  ! " + sentence);
	}

	/** Takes a step and prints its line. */
	void step(String title, Runnable step) {
		long from = System.nanoTime();
		boolean done = false;
		try {
			step.run();
			done = true;
		}
		finally {
			line(done ? "✓" : "✗", title, Duration.ofNanos(System.nanoTime() - from));
		}
	}

	Duration sinceStart() {
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

	private synchronized void line(String mark, String title, Duration took) {
		this.out.println(String.format(Locale.ROOT, "  %s %-46s %5.1f s", mark, title, took.toMillis() / 1000.0));
	}

}
