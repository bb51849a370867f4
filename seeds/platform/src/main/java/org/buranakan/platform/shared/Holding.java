package org.buranakan.platform.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

import org.buranakan.platform.Platform;
import org.buranakan.platform.Ports;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a held platform is, as the holder writes it down for the tests.
 *
 * @param directory the platform's data directory
 * @param ports where its parts listen
 * @param holder the holder's process
 * @param controlPort where the holder takes orders
 * @param token what an order must show
 */
record Holding(Path directory, Ports ports, long holder, int controlPort, String token) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** One directory per run: a process id alone may come again. */
	static Path directory(ProcessHandle run) {
		try (InputStream in = Holding.class.getResourceAsStream("shared.home")) {
			if (in == null) {
				throw new IllegalStateException("shared.home is missing from the class path");
			}
			Path home = Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
			long started = run.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
			return home.resolve(run.pid() + "-" + started);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Optional<Holding> read(Path directory) throws IOException {
		Path file = file(directory);
		return Files.exists(file) ? Optional.of(JSON.readValue(Files.readAllBytes(file), Holding.class))
				: Optional.empty();
	}

	void write() throws IOException {
		Path draft = Files.createTempFile(this.directory, "holding", ".draft",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.write(draft, JSON.writeValueAsBytes(this));
		Files.move(draft, file(this.directory), StandardCopyOption.ATOMIC_MOVE);
	}

	boolean isAlive() {
		return ProcessHandle.of(this.holder).filter(ProcessHandle::isAlive).isPresent();
	}

	Platform platform() {
		return Platform.attach(this.directory.resolve("data"), this.ports, new HeldParts(this.controlPort, this.token));
	}

	private static Path file(Path directory) {
		return directory.resolve("holding.json");
	}

}
