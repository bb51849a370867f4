package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The archive that a workbook is, looked through whole before a single row is read: what
 * would harm or mislead is refused before anything is published.
 */
final class WorkbookPackage implements AutoCloseable {

	/** Two million rows of twenty columns. */
	private static final long LARGEST = 2L * 1024 * 1024 * 1024;

	private static final int MOST_PARTS = 10_000;

	private final ZipFile zip;

	private final Map<String, ZipEntry> parts = new HashMap<>();

	WorkbookPackage(Path path) throws IOException {
		try {
			this.zip = new ZipFile(path.toFile());
		}
		catch (ZipException ex) {
			throw new UnreadableFile(FileFault.TRUNCATED);
		}
	}

	/**
	 * Looks through all of it.
	 * @throws UnreadableFile for the first thing that is not as it should be
	 */
	void inspect() throws IOException {
		List<? extends ZipEntry> entries = this.zip.stream().toList();
		// What it says of itself is not believed, but held against it.
		if (entries.size() > MOST_PARTS || entries.stream().mapToLong(ZipEntry::getSize).sum() > LARGEST) {
			throw new UnreadableFile(FileFault.BOMB);
		}
		entries.forEach((entry) -> refuseByName(entry.getName().toLowerCase(Locale.ROOT)));
		entries.forEach((entry) -> this.parts.put(normal(entry.getName()), entry));
		if (!this.parts.containsKey("[content_types].xml") || !this.parts.containsKey("xl/workbook.xml")) {
			throw new UnreadableFile(FileFault.NOT_A_WORKBOOK);
		}
		for (ZipEntry entry : entries) {
			inspect(entry);
		}
		refuseByContentType();
	}

	private void inspect(ZipEntry entry) throws IOException {
		try (InputStream in = this.zip.getInputStream(entry)) {
			new PartInspection(entry).inspect(in);
		}
		catch (ZipException | java.io.EOFException ex) {
			throw new UnreadableFile(FileFault.DAMAGED, entry.getName());
		}
	}

	private static void refuseByName(String name) {
		if (name.endsWith("vbaproject.bin") || name.contains("macrosheets/")) {
			throw new UnreadableFile(FileFault.MACROS);
		}
		if (name.contains("externallinks/")) {
			throw new UnreadableFile(FileFault.EXTERNAL_LINKS);
		}
	}

	/** Whatever the parts are called, their types say what Excel would take them for. */
	private void refuseByContentType() throws IOException {
		try (InputStream in = part("[Content_Types].xml"); XmlPart xml = new XmlPart(in)) {
			while (xml.next()) {
				String type = xml.attribute("ContentType").toLowerCase(Locale.ROOT);
				if (type.contains("macroenabled") || type.contains("vbaproject") || type.contains("intlmacrosheet")) {
					throw new UnreadableFile(FileFault.MACROS);
				}
				if (type.contains("externallink")) {
					throw new UnreadableFile(FileFault.EXTERNAL_LINKS);
				}
			}
		}
	}

	/** The content of a part, after the inspection. */
	InputStream part(String name) throws IOException {
		return optionalPart(name).orElseThrow(() -> new UnreadableFile(FileFault.DAMAGED, name));
	}

	/** The same, of one that a workbook may lack. */
	Optional<InputStream> optionalPart(String name) throws IOException {
		ZipEntry entry = this.parts.get(normal(name));
		return (entry == null) ? Optional.empty() : Optional.of(this.zip.getInputStream(entry));
	}

	/** Writers do not agree on case, nor on the slash at the beginning. */
	private static String normal(String name) {
		String lower = name.toLowerCase(Locale.ROOT).replace('\\', '/');
		return lower.startsWith("/") ? lower.substring(1) : lower;
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
