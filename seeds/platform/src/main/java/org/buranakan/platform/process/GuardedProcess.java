package org.buranakan.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A running program in a session of its own. It lives no longer than this object's
 * process: see {@code guard.sh}.
 */
public final class GuardedProcess {

	static final String PROPERTY = "buranakan.parts";

	/** Programs run in containers: a test's choice, and only a test has what it takes. */
	static final String CONTAINERS = "containers";

	private static final String GUARD = guard();

	private final Process guard;

	private GuardedProcess(Process guard) {
		this.guard = guard;
	}

	public static GuardedProcess start(Program program) throws IOException {
		List<String> guarded = new ArrayList<>(
				List.of("sh", "-c", GUARD, "guard", program.stop(), String.valueOf(program.patience().toSeconds())));
		guarded.addAll(program.command());
		Map<String, String> environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "TZ", "UTC"));
		environment.putAll(program.environment());
		if (CONTAINERS.equals(System.getProperty(PROPERTY))) {
			return new GuardedProcess(ContainerProcess.start(guarded, environment, program.output()));
		}
		guarded.addFirst("setsid");
		ProcessBuilder builder = new ProcessBuilder(guarded).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(program.output().toFile()));
		builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
		builder.environment().putAll(environment);
		return new GuardedProcess(builder.start());
	}

	public boolean isAlive() {
		return this.guard.isAlive();
	}

	/** The program's exit code, once it has ended: 128 and more is a signal. */
	public OptionalInt exit() {
		return isAlive() ? OptionalInt.empty() : OptionalInt.of(this.guard.exitValue());
	}

	/** Waits for a program that ends by itself. */
	public OptionalInt await(Duration timeout) throws InterruptedException {
		boolean ended = this.guard.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
		return ended ? OptionalInt.of(this.guard.exitValue()) : OptionalInt.empty();
	}

	/**
	 * Asks the program to stop orderly, kills it when its patience is over, and returns
	 * when it is gone.
	 */
	public void stop() throws InterruptedException {
		closePipe();
		this.guard.waitFor();
	}

	/** Kills the program as a crash would, and returns when it is gone. */
	public void kill() throws InterruptedException {
		pass("KILL");
		this.guard.waitFor();
		closePipe();
	}

	/** Passes a signal to the program, unless it has ended. */
	public void pass(String signal) {
		try {
			OutputStream orders = this.guard.getOutputStream();
			orders.write((signal + "\n").getBytes(StandardCharsets.US_ASCII));
			orders.flush();
		}
		catch (IOException gone) {
			closePipe();
		}
	}

	private void closePipe() {
		try {
			this.guard.getOutputStream().close();
		}
		catch (IOException gone) {
			// The guard has ended and taken its end of the pipe with it: closed is what
			// was wanted.
			return;
		}
	}

	private static String guard() {
		try (InputStream script = GuardedProcess.class.getResourceAsStream("guard.sh")) {
			if (script == null) {
				throw new IllegalStateException("guard.sh is missing from the class path");
			}
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
