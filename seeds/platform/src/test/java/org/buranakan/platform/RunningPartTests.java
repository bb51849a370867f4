package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.buranakan.platform.process.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunningPartTests {

	@TempDir
	private Path folder;

	@Test
	void aPartIsFurnishedOnceItAnswers() throws Exception {
		// Given
		RunningPart part = part("sleep 1; touch answer; exec sleep 60");
		try {
			// When
			part.start();
			// Then
			assertThat(this.folder.resolve("furnished")).exists();
		}
		finally {
			part.kill();
		}
	}

	@Test
	void aPartThatNeverAnswersIsSilent() throws Exception {
		// Given
		RunningPart part = part("exec sleep 60");
		// When, Then
		assertThatExceptionOfType(PlatformFailure.class).isThrownBy(part::start)
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(PlatformFailure.Code.PART_SILENT));
		assertThat(this.folder.resolve("furnished")).doesNotExist();
		part.kill();
	}

	private RunningPart part(String script) {
		return new RunningPart(new Script("cd '%s'; %s".formatted(this.folder, script)),
				new Limits(Duration.ofSeconds(2), DataSize.ofBytes(1)));
	}

	/** A part that answers as soon as it has made a file. */
	private final class Script implements PartProgram {

		private final String script;

		Script(String script) {
			this.script = script;
		}

		@Override
		public PartName name() {
			return PartName.KAFKA;
		}

		@Override
		public List<PortUse> ports() {
			return List.of();
		}

		@Override
		public Program prepare() {
			return new Program(List.of("sh", "-c", this.script), Map.of(), RunningPartTests.this.folder.resolve("log"),
					"TERM", Duration.ofSeconds(1));
		}

		@Override
		public boolean answers() {
			return Files.exists(RunningPartTests.this.folder.resolve("answer"));
		}

		@Override
		public void furnish() {
			assertThat(answers()).isTrue();
			try {
				Files.createFile(RunningPartTests.this.folder.resolve("furnished"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
