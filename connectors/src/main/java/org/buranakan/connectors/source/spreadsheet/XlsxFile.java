package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/**
 * Streams the sheets of an XLSX workbook, of which it has looked through every part
 * before. Formulas give their stored results.
 */
record XlsxFile(Path path) {

	void visit(SheetVisitor visitor) throws IOException {
		Signature signature = Signature.of(this.path);
		if (!signature.isArchive()) {
			throw new UnreadableFile(signature.fault().orElse(FileFault.NOT_A_WORKBOOK));
		}
		try (HeapShare heap = new HeapShare(); WorkbookPackage workbook = new WorkbookPackage(this.path)) {
			workbook.inspect();
			WorkbookContents contents = WorkbookContents.of(workbook);
			CellValues values = new CellValues(new SharedTexts(workbook, contents.texts(), heap),
					new CellFormats(workbook, contents.styles()), contents.from1904());
			for (WorkbookContents.Tab tab : contents.tabs()) {
				visit(workbook, tab, values, visitor);
			}
		}
	}

	private static void visit(WorkbookPackage workbook, WorkbookContents.Tab tab, CellValues values,
			SheetVisitor visitor) throws IOException {
		try (InputStream in = workbook.part(tab.part()); XmlPart xml = new XmlPart(in)) {
			visitor.visit(new Sheet(tab.name(), tab.hidden()), StreamSupport.stream(Spliterators
				.spliteratorUnknownSize(new SheetRows(xml, values), Spliterator.ORDERED | Spliterator.NONNULL), false));
		}
	}

}
