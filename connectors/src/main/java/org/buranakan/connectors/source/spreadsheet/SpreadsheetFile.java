package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A complete file.
 *
 * @param name as it was dropped
 * @param digest {@code sha256:} and the hash of its bytes
 */
record SpreadsheetFile(Path path, String name, String digest) {

	/** A million rows, packed as workbooks are, take a quarter of it. */
	private static final long LARGEST_WORKBOOK = 256L * 1024 * 1024;

	static SpreadsheetFile of(Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			return new SpreadsheetFile(path, Mending.original(String.valueOf(path.getFileName())),
					digest(in, OutputStream.nullOutputStream()));
		}
	}

	/** Stores a file under a path that says nothing of what its owner calls it. */
	static SpreadsheetFile store(InputStream body, Path path, String name) throws IOException {
		try (OutputStream out = Files.newOutputStream(path)) {
			return new SpreadsheetFile(path, Mending.original(name), digest(body, out));
		}
	}

	/** Begins the places of its rows, in the keys of refusals. */
	String rows() {
		return this.name + "/";
	}

	/** Shows its sheets, in order. */
	void visit(SheetVisitor visitor) throws IOException {
		String lower = String.valueOf(this.path.getFileName()).toLowerCase(Locale.ROOT);
		if (lower.endsWith(".xlsx")) {
			if (Files.size(this.path) > LARGEST_WORKBOOK) {
				throw new UnreadableFile(FileFault.WORKBOOK_TOO_LARGE);
			}
			new XlsxFile(this.path).visit(visitor);
		}
		else if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
			new TextFile(this.path).visit(visitor);
		}
		else {
			throw new UnreadableFile(FileFault.FORMAT_UNKNOWN);
		}
	}

	private static String digest(InputStream in, OutputStream out) throws IOException {
		try {
			DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
			digesting.transferTo(out);
			return "sha256:" + HexFormat.of().formatHex(digesting.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
