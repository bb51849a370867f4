package org.buranakan.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.buranakan.platform.process.GuardedProcess;
import org.buranakan.platform.process.Program;
import org.jspecify.annotations.Nullable;

/**
 * One part over its life: started, stopped, killed, started again. One thing happens to
 * it at a time.
 */
final class RunningPart {

	private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

	private final PartProgram part;

	private final Limits limits;

	private @Nullable GuardedProcess process;

	private volatile boolean abandoned;

	RunningPart(PartProgram part, Limits limits) {
		this.part = part;
		this.limits = limits;
	}

	PartName name() {
		return this.part.name();
	}

	/** Returns when the part answers. */
	synchronized void start() throws InterruptedException {
		if (this.process != null && this.process.isAlive()) {
			return;
		}
		requirePorts();
		try {
			Program program = this.part.prepare();
			awaitAnswer(program);
			if (!this.abandoned) {
				this.part.furnish();
			}
		}
		catch (IOException ex) {
			throw new PlatformFailure(PlatformFailure.Code.DATA_UNUSABLE, name().title() + " cannot be laid out: " + ex,
					"Check the rights and the space of the data directory.", ex);
		}
	}

	/** Refuses ports that somebody else uses. */
	void requirePorts() {
		this.part.ports().forEach(PortUse::requireFree);
	}

	/** Gives up waiting for an answer, because another part has failed. */
	void abandon() {
		this.abandoned = true;
	}

	synchronized void stop() throws InterruptedException {
		if (this.process != null) {
			this.process.stop();
		}
	}

	synchronized void kill() throws InterruptedException {
		if (this.process != null) {
			this.process.kill();
		}
	}

	/** Passes a signal to the program. */
	synchronized void pass(String signal) {
		if (this.process != null) {
			this.process.pass(signal);
		}
	}

	/** Returns also when nobody waits for an answer any more. */
	private void awaitAnswer(Program program) throws IOException, InterruptedException {
		Path log = program.output();
		if (Files.exists(log)) {
			Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
		}
		GuardedProcess started = GuardedProcess.start(program);
		this.process = started;
		Instant end = Instant.now().plus(this.limits.patience());
		while (!this.abandoned && !this.part.answers()) {
			if (!started.isAlive()) {
				throw Logs.ended(name(), log);
			}
			if (Instant.now().isAfter(end)) {
				throw Logs.silent(name(), log);
			}
			TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
		}
	}

}
