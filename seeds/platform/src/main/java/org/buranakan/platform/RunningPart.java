package org.buranakan.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
		this.part.ports().forEach(RunningPart::requireFree);
		try {
			Program program = this.part.prepare();
			if (Files.exists(program.output())) {
				Files.move(program.output(), previous(program.output()),
						java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
			GuardedProcess started = GuardedProcess.start(program);
			this.process = started;
			awaitAnswer(started, program.output());
		}
		catch (IOException ex) {
			throw new PlatformFailure(PlatformFailure.Code.DATA_UNUSABLE, name().title() + " cannot be laid out: " + ex,
					"Check the rights and the space of the data directory.", ex);
		}
		this.part.furnish();
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

	private void awaitAnswer(GuardedProcess started, Path log) throws InterruptedException {
		Instant end = Instant.now().plus(this.limits.patience());
		while (!this.part.answers()) {
			if (!started.isAlive()) {
				throw Logs.ended(name(), log);
			}
			if (Instant.now().isAfter(end)) {
				throw Logs.silent(name(), log);
			}
			TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
		}
	}

	private static Path previous(Path log) {
		return log.resolveSibling(log.getFileName() + ".previous");
	}

	private static void requireFree(PartProgram.PortUse use) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.ofLiteral(Addresses.HOST), use.port()));
		}
		catch (IOException taken) {
			throw new PlatformFailure(PlatformFailure.Code.PORT_TAKEN,
					"Port " + use.port() + " is taken by another program.",
					"Stop that program, or choose another port with " + use.property() + ".", taken);
		}
	}

}
