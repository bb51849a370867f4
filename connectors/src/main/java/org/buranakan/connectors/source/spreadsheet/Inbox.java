package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which an agency drops its files, and the one where they end. */
final class Inbox {

	/** File systems take 255; marks, numbers and endings follow. */
	private static final int LONGEST_NAME_BYTES = 200;

	private final Path folder;

	private final Path done;

	private final Map<Path, Size> lastLook = new HashMap<>();

	/** For each file the beginning of the last look that did not find it as it is. */
	private final Map<Path, Instant> arrivedAt = new HashMap<>();

	private Instant lookedAt = Instant.MIN;

	Inbox(Path folder) {
		this.folder = folder;
		this.done = done(folder);
	}

	private static Path done(Path folder) {
		return folder.resolve("done");
	}

	/** What is put in place with a file that was read. */
	record Result(Report report, Optional<Mending> mending) {

		static Result of(Path file, Report report) {
			return new Result(report, report.mending(file));
		}

	}

	/** How large a file was when last looked at. */
	private record Size(long bytes, FileTime modified) {

		/**
		 * Empty if it is gone, or not to be looked at: the others are not held up by it.
		 */
		static Optional<Size> of(Path file) {
			try {
				BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
				return Optional.of(new Size(attributes.size(), attributes.lastModifiedTime()));
			}
			catch (IOException ex) {
				return Optional.empty();
			}
		}

	}

	/**
	 * Files that did not change since the last look, the oldest first, so that of two
	 * that waited the newer one has the last word; then by name. The folders are made
	 * where they are missing.
	 */
	List<Path> complete() throws IOException {
		Files.createDirectories(this.done);
		Instant begun = Instant.now();
		List<Path> complete = complete(list(this.folder));
		this.lookedAt = begun;
		return complete;
	}

	/** A moment before which the file was not there as it is. */
	Instant arrivedAt(Path file) {
		return this.arrivedAt.getOrDefault(file, Instant.MIN);
	}

	/** The same of files that were listed a moment ago; some may be gone meanwhile. */
	List<Path> complete(List<Path> files) {
		Map<Path, Size> look = new HashMap<>();
		for (Path file : files) {
			Size.of(file).ifPresent((size) -> look.put(file, size));
		}
		List<Path> complete = files.stream()
			.filter(look::containsKey)
			.filter((file) -> Objects.equals(look.get(file), this.lastLook.get(file)))
			.sorted(Comparator.comparing((file) -> Objects.requireNonNull(look.get(file)).modified()))
			.toList();
		this.arrivedAt.keySet().retainAll(complete);
		look.keySet()
			.stream()
			.filter((file) -> !complete.contains(file))
			.forEach((file) -> this.arrivedAt.put(file, this.lookedAt));
		this.lastLook.clear();
		this.lastLook.putAll(look);
		return complete;
	}

	/** Whether a file that counts as one of the name waits in such a folder. */
	static boolean holds(Path folder, String name) throws IOException {
		return Files.isDirectory(folder) && list(folder).stream()
			.anyMatch((file) -> Mending.original(String.valueOf(file.getFileName())).equals(Mending.original(name)));
	}

	/** The reports of files that were dropped in such a folder. */
	static OlderReports reports(Path folder) {
		return new OlderReports(done(folder));
	}

	/** How many files wait in such a folder; none where it cannot be read. */
	static long waiting(Path folder) {
		try {
			return list(folder).size();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/** A disk that cannot be read is none without files. */
	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(Inbox::isMeant).filter(Inbox::isRegular).sorted().toList();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static boolean isRegular(Path file) {
		try {
			return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Puts the report, and what is to be mended, in place and the file beside them, in
	 * this order; or none of them. A file that changed since the last look is another
	 * one, and stays.
	 */
	void finish(Path file, Result result) throws IOException {
		if (!Size.of(file).equals(Optional.ofNullable(this.lastLook.get(file)))) {
			return;
		}
		String original = Mending.original(String.valueOf(file.getFileName()));
		String given = fitting(String.valueOf(file.getFileName()));
		List<Path> put = new ArrayList<>();
		try {
			if (result.mending().isPresent()) {
				Mending mending = result.mending().get();
				put.add(put(free(mending.name(given)), mending.bytes()));
			}
			// After the marked workbook has its name: the file itself may be an earlier
			// one.
			String name = free(given);
			String text = name + OlderReports.ENDING;
			put.add(put(text, result.report().text(name, original).getBytes(StandardCharsets.UTF_8)));
			result.report().told();
			Files.move(file, this.done.resolve(name), StandardCopyOption.ATOMIC_MOVE);
			this.lastLook.remove(file);
			if (result.report().isTaken()) {
				new OlderReports(this.done).replace(original, text, Instant.now());
			}
		}
		catch (IOException ex) {
			for (Path early : put) {
				Files.deleteIfExists(early);
			}
			throw ex;
		}
	}

	/** Nobody sees half of it. */
	private Path put(String name, byte[] bytes) throws IOException {
		Path part = this.done.resolve(".part");
		try {
			return Files.move(Files.write(part, bytes), this.done.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** The name with its end, short enough that endings can follow. */
	private static String fitting(String name) {
		int dot = Math.max(name.lastIndexOf('.'), 0);
		String base = name.substring(0, dot);
		while (base.length() > 1
				&& (base + name.substring(dot)).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
			base = base.substring(0, base.offsetByCodePoints(base.length(), -1));
		}
		return base + name.substring(dot);
	}

	/** The name, numbered if an earlier file has it. */
	private String free(String name) {
		String candidate = name;
		for (int number = 2; Files.exists(this.done.resolve(candidate)); number++) {
			int dot = name.lastIndexOf('.');
			candidate = (dot > 0) ? name.substring(0, dot) + "-" + number + name.substring(dot) : name + "-" + number;
		}
		return candidate;
	}

	/** Not hidden, not being downloaded or locked by an open Excel. */
	private static boolean isMeant(Path file) {
		String name = String.valueOf(file.getFileName());
		return !name.startsWith(".") && !name.startsWith("~$") && !name.endsWith(".part") && !name.endsWith(".tmp")
				&& !name.endsWith(".crdownload");
	}

}
