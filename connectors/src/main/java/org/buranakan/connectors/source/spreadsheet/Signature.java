package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the first bytes of a file say it is, whatever its name says.
 *
 * @param start ISO 8859-1, so that a byte is a character
 */
record Signature(Path path, String start) {

	private static final int LENGTH = 512;

	private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

	/** Where the head of an OLE2 file says how large its sectors are. */
	private static final int SECTOR_SHIFT = 30;

	/** Where it says in which of them its directory begins. */
	private static final int DIRECTORY = 48;

	static Signature of(Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			return new Signature(path, new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
		}
	}

	/** Whether it begins as every archive does, workbooks among them. */
	boolean isArchive() {
		return this.start.startsWith("PK\u0003\u0004");
	}

	/** The fault of what is neither an archive nor plain text; empty if it may be one. */
	Optional<FileFault> fault() throws IOException {
		if (this.start.startsWith(OLE2)) {
			return Optional.of(isEncrypted() ? FileFault.PASSWORD : FileFault.OLD_WORKBOOK);
		}
		if (this.start.startsWith("%PDF")) {
			return Optional.of(FileFault.IS_PDF);
		}
		return isMarkup() ? Optional.of(FileFault.IS_HTML) : Optional.empty();
	}

	private boolean isMarkup() {
		String text = this.start.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
		return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")
				|| text.startsWith("<table") || text.startsWith("<head") || text.startsWith("<meta");
	}

	/** A workbook with a password is an OLE2 file with a stream of that name. */
	private boolean isEncrypted() throws IOException {
		if (this.start.length() < LENGTH) {
			return false;
		}
		long sector = 1L << Math.min(this.start.charAt(SECTOR_SHIFT), 16);
		long directory = this.start.charAt(DIRECTORY) | (this.start.charAt(DIRECTORY + 1) << 8)
				| (this.start.charAt(DIRECTORY + 2) << 16) | ((long) this.start.charAt(DIRECTORY + 3) << 24);
		byte[] entries = new byte[4096];
		try (RandomAccessFile file = new RandomAccessFile(this.path.toFile(), "r")) {
			file.seek(Math.min((directory + 1) * sector, file.length()));
			int read = file.read(entries);
			return new String(entries, 0, Math.max(read, 0), StandardCharsets.UTF_16LE).contains("EncryptedPackage");
		}
	}

}
