package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Looks through one part of a workbook while it is inflated, keeping none of it. */
final class PartInspection {

	private static final int BUFFER = 64 * 1024;

	/** Sheets of tables shrink to a tenth or a thirtieth. */
	private static final int MOST_SHRUNK = 100;

	/** So much may shrink to whatever it likes. */
	private static final long HARMLESS = 32L * 1024 * 1024;

	/** No parser is given a tag, text or comment that is longer by far than a cell. */
	private static final int LONGEST_TOKEN = 1024 * 1024;

	private final ZipEntry entry;

	private final boolean xml;

	private final CRC32 sum = new CRC32();

	private long inflated;

	private int withoutEnd;

	PartInspection(ZipEntry entry) {
		this.entry = entry;
		String name = entry.getName().toLowerCase(Locale.ROOT);
		this.xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
	}

	void inspect(InputStream in) throws IOException {
		byte[] buffer = new byte[BUFFER];
		int length = in.readNBytes(buffer, 0, BUFFER);
		if (this.xml) {
			Prolog.of(buffer, length).fault().ifPresent((fault) -> {
				throw new UnreadableFile(fault, this.entry.getName());
			});
		}
		while (length > 0) {
			count(buffer, length);
			length = in.readNBytes(buffer, 0, BUFFER);
		}
		if (this.inflated != this.entry.getSize() || this.sum.getValue() != this.entry.getCrc()) {
			throw new UnreadableFile(FileFault.DAMAGED, this.entry.getName());
		}
	}

	private void count(byte[] buffer, int length) {
		this.inflated += length;
		this.sum.update(buffer, 0, length);
		boolean lies = this.inflated > this.entry.getSize();
		if (lies || (this.inflated > HARMLESS && this.inflated / MOST_SHRUNK > this.entry.getCompressedSize())) {
			throw new UnreadableFile(FileFault.BOMB, this.entry.getName());
		}
		this.withoutEnd = holdsEnd(buffer, length) ? 0 : this.withoutEnd + length;
		if (this.xml && this.withoutEnd > LONGEST_TOKEN) {
			throw new UnreadableFile(FileFault.DAMAGED, this.entry.getName());
		}
	}

	/** The first end of a tag is found soon: this costs next to nothing. */
	private static boolean holdsEnd(byte[] buffer, int length) {
		for (int index = 0; index < length; index++) {
			if (buffer[index] == '>') {
				return true;
			}
		}
		return false;
	}

}
