package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.buranakan.connectors.reading.Offered;

/**
 * The texts that the cells of a workbook share. Each is made a value once, however many
 * cells hold it.
 */
final class SharedTexts {

	/** What a text costs beside its letters. */
	private static final int OVERHEAD = 72;

	private final List<Offered> texts = new ArrayList<>();

	private final HeapShare heap;

	private long bytes;

	/** Reads them; they are held until the share of the heap is closed. */
	SharedTexts(WorkbookPackage workbook, String part, HeapShare heap) throws IOException {
		this.heap = heap;
		Optional<InputStream> content = workbook.optionalPart(part);
		if (content.isPresent()) {
			try (InputStream in = content.get(); XmlPart xml = new XmlPart(in)) {
				while (xml.next()) {
					if (xml.starts() && xml.name().equals("si")) {
						add(text(xml, "si"));
					}
				}
			}
		}
	}

	private void add(String text) {
		this.bytes += OVERHEAD + 2L * text.length();
		if (!HeapShare.allows(this.bytes)) {
			throw new UnreadableFile(FileFault.TOO_MANY_TEXTS);
		}
		this.heap.take(this.bytes);
		this.texts.add(Offered.of(text));
	}

	/** The text of an element in runs of whatever form; how it is pronounced is none. */
	static String text(XmlPart xml, String element) {
		String text = "";
		while (xml.next() && !xml.ends(element)) {
			if (xml.starts() && xml.name().equals("rPh")) {
				xml.skip();
			}
			else if (xml.starts() && xml.name().equals("t")) {
				text = text.isEmpty() ? xml.text() : text.concat(xml.text());
			}
		}
		return text;
	}

	Offered at(String index) {
		try {
			return this.texts.get(Integer.parseInt(index.strip()));
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			throw new UnreadableFile(FileFault.DAMAGED);
		}
	}

}
