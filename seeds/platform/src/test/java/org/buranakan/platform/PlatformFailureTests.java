package org.buranakan.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.buranakan.platform.PlatformFailure.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformFailureTests {

	@TempDir
	private Path directory;

	private final Ports ports = Ports.free();

	@Test
	void aTakenPortIsNamedWithItsHolderAndTheProperty() throws IOException {
		// Given
		try (ServerSocket taken = new ServerSocket(this.ports.registry(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
			// When, Then
			assertThatStartFails(settings(Limits.DEFAULT), Code.PORT_TAKEN).withMessageContainingAll(
					"Port " + taken.getLocalPort() + " is taken by process " + ProcessHandle.current().pid(),
					"buranakan.platform.ports.registry");
		}
	}

	@Test
	void aFailedStartGivesTheDirectoryBack() throws IOException {
		// Given
		try (ServerSocket taken = new ServerSocket(this.ports.kafka(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
			assertThatStartFails(settings(Limits.DEFAULT), Code.PORT_TAKEN)
				.withMessageContaining(String.valueOf(taken.getLocalPort()));
			// When, Then
			assertThatStartFails(settings(Limits.DEFAULT), Code.PORT_TAKEN)
				.withMessageContaining("buranakan.platform.ports.kafka");
		}
	}

	@Test
	void aDirectoryThatALiveRunHoldsIsRefused() throws IOException {
		// Given
		try (FileChannel run = FileChannel.open(this.directory.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			run.lock();
			// When, Then
			assertThatStartFails(settings(Limits.DEFAULT), Code.DATA_IN_USE)
				.withMessageContainingAll(this.directory.toString(), "Stop that run", "buranakan.platform.data");
		}
	}

	@Test
	void whoStartsTwiceIsToldOfTheRunAndItsPageBeforeAnyPort() throws IOException {
		// Given
		try (ServerSocket page = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
				DataDirectory _ = DataDirectory.claim(settings(Limits.DEFAULT), front(page), StartListener.SILENT)) {
			// When, Then
			assertThatExceptionOfType(PlatformFailure.class)
				.isThrownBy(() -> Platform.start(settings(Limits.DEFAULT), front(page), StartListener.SILENT))
				.satisfies((failure) -> assertThat(failure.problem()).isEqualTo("Another run uses " + this.directory
						+ ": process " + ProcessHandle.current().pid() + ", page " + front(page).page() + "."))
				.satisfies((failure) -> assertThat(failure.remedy()).contains("Stop that run",
						"buranakan.platform.data", "buranakan.page-port", "buranakan.platform.ports"));
		}
	}

	@Test
	void aTakenPortOfThePageIsSaidBeforeAStartOverDeletesAnything() throws IOException {
		// Given
		Files.createDirectories(this.directory.resolve("logs"));
		try (ServerSocket page = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			// When, Then
			assertThatExceptionOfType(PlatformFailure.class)
				.isThrownBy(() -> Platform.startOver(settings(Limits.DEFAULT), front(page), StartListener.SILENT))
				.withMessageContainingAll("Port " + page.getLocalPort() + " is taken by process",
						"buranakan.page-port");
		}
		assertThat(this.directory.resolve("logs")).exists();
	}

	@Test
	void tooLittleFreeSpaceIsSaidBeforeAnythingStarts() {
		// Given
		Limits limits = new Limits(Duration.ofSeconds(1), DataSize.ofTerabytes(1_000_000));
		// When, Then
		assertThatStartFails(settings(limits), Code.DISK_FULL).withMessageContainingAll("MB left", "Free some space",
				"buranakan.platform.limits.minimum-free");
		assertThat(this.directory.resolve("postgresql")).doesNotExist();
	}

	@Test
	void dataOfANewerVersionIsLeftAlone() throws IOException {
		// Given
		new PropertiesFile(this.directory.resolve("version.properties"))
			.write(Map.of("layout", "1", "postgresql", "18", "kafka", "9900"));
		// When, Then
		assertThatStartFails(settings(Limits.DEFAULT), Code.OTHER_VERSION).withMessageContainingAll("Kafka 99.0",
				"start over");
		assertThat(this.directory.resolve("version.properties")).content().contains("9900");
	}

	@Test
	void aDirectoryWithSomethingElseInItIsLeftAloneEvenByAStartOver() throws IOException {
		// Given
		Path theirs = Files.writeString(this.directory.resolve("thesis.txt"), "years of work");
		Set<PosixFilePermission> rights = Files.getPosixFilePermissions(this.directory);
		// When, Then
		assertThatExceptionOfType(PlatformFailure.class)
			.isThrownBy(() -> Platform.startOver(settings(Limits.DEFAULT), Front.NONE, StartListener.SILENT))
			.withMessageContainingAll("thesis.txt", "buranakan.platform.data");
		assertThat(theirs).hasContent("years of work");
		assertThat(Files.getPosixFilePermissions(this.directory)).isEqualTo(rights);
	}

	@Test
	void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
		// Given
		Path file = Files.createFile(this.directory.resolve("file"));
		PlatformSettings settings = PlatformSettings.of(file.resolve("data"), this.ports, List.of());
		// When, Then
		assertThatStartFails(settings, Code.DATA_UNUSABLE).withMessageContainingAll(file.toString(),
				"buranakan.platform.data");
	}

	@Test
	void theLogsLastLinesDecideWhyAPartEnded() throws IOException {
		// Given
		Path log = Files.writeString(this.directory.resolve("kafka.log"), "starting\nNo space left on device\n");
		// When
		PlatformFailure failure = Logs.ended(PartName.KAFKA, log);
		// Then
		assertThat(failure.code()).isEqualTo(Code.DISK_FULL);
		assertThat(failure.remedy()).isEqualTo("Free some space and start again.");
	}

	private static Front front(ServerSocket page) {
		int port = page.getLocalPort();
		return new Front(URI.create("http://127.0.0.1:" + port), List.of(new PortUse(port, "buranakan.page-port")));
	}

	private PlatformSettings settings(Limits limits) {
		return new PlatformSettings(this.directory, this.ports, List.of(), List.of(), limits);
	}

	private static ThrowableAssertAlternative<PlatformFailure> assertThatStartFails(PlatformSettings settings,
			Code code) {
		return assertThatExceptionOfType(PlatformFailure.class).isThrownBy(() -> Platform.start(settings))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(code));
	}

}
