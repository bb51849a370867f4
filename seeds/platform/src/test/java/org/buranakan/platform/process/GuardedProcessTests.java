package org.buranakan.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GuardedProcessTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@TempDir
	private Path directory;

	@Test
	void aProgramsOwnEndIsSeenWithItsCodeAndItsOutput() throws Exception {
		// When
		GuardedProcess process = GuardedProcess.start(program("echo done; exit 7", LONG));
		// Then
		assertThat(process.await(LONG)).hasValue(7);
		assertThat(log()).hasContent("done");
	}

	@Test
	void aProgramIsAskedToStopAndMayTidyUp() throws Exception {
		// Given
		GuardedProcess process = GuardedProcess.start(program("trap 'echo tidy; exit 0' TERM; " + WAIT, LONG));
		awaitOutput("ready");
		// When
		process.stop();
		// Then
		assertThat(process.exit()).hasValue(0);
		assertThat(log()).content().contains("tidy");
	}

	@Test
	void aProgramThatDoesNotListenIsKilledWhenPatienceEnds() throws Exception {
		// Given
		GuardedProcess process = GuardedProcess.start(program("trap '' TERM; " + WAIT, Duration.ofSeconds(1)));
		awaitOutput("ready");
		// When
		process.stop();
		// Then
		assertThat(process.exit()).hasValue(128 + 9);
	}

	@Test
	void aKilledProgramHasNoChanceToTidyUp() throws Exception {
		// Given
		GuardedProcess process = GuardedProcess.start(program("trap 'echo tidy; exit 0' TERM; " + WAIT, LONG));
		awaitOutput("ready");
		// When
		process.kill();
		// Then
		assertThat(process.exit()).hasValue(128 + 9);
		assertThat(log()).content().doesNotContain("tidy");
	}

	@Test
	void stoppingAProgramThatHasEndedDoesNothing() throws Exception {
		// Given
		GuardedProcess process = GuardedProcess.start(program("exit 3", LONG));
		process.await(LONG);
		// When
		process.stop();
		process.kill();
		// Then
		assertThat(process.exit()).hasValue(3);
	}

	@Test
	void aProgramInheritsNoEnvironmentButWhatItNeeds() throws Exception {
		// When
		GuardedProcess process = GuardedProcess
			.start(new Program(List.of("env"), Map.of("ASKED", "for"), log(), "TERM", LONG));
		process.await(LONG);
		// Then
		assertThat(Files.readAllLines(log())).map((line) -> line.substring(0, line.indexOf('=')))
			.contains("ASKED", "PATH", "LANG")
			.isSubsetOf("ASKED", "PATH", "HOME", "TMPDIR", "LANG", "TZ", "PWD", "SHLVL", "_", "OLDPWD");
	}

	private static final String WAIT = "echo ready; while :; do sleep 0.05; done";

	private Program program(String script, Duration patience) {
		return new Program(List.of("sh", "-c", script), Map.of(), log(), "TERM", patience);
	}

	private Path log() {
		return this.directory.resolve("log");
	}

	private void awaitOutput(String text) {
		await().atMost(LONG).untilAsserted(() -> assertThat(log()).content().contains(text));
	}

}
