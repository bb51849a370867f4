package org.buranakan.connectors.source.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.publish.HubUnreachable;

/**
 * The officer's own file as a workbook in which every refused cell is coloured and says
 * in a note why and what to do. Nothing else is changed and no sheet is added, so that
 * the corrected workbook can be handed in as it is.
 */
record MarkedWorkbook(Path file) {

	private static final int NOTE_COLUMNS = 4;

	private static final int NOTE_ROWS = 5;

	/** Whose notes are taken away again. */
	private static final String AUTHOR = "บูรณาการ";

	/** Whatever the memory, to mark more takes long. */
	private static final long LARGEST = 32L * 1024 * 1024;

	/** Opened whole, a workbook takes some ten times as much memory. */
	private static final int IN_MEMORY = 10;

	/**
	 * Whether there is a cell to mark, and the file can be opened whole. One that was
	 * refused as a file has no such cell: it is never opened again.
	 */
	static boolean canMark(Path file, List<Refusal> refusals) throws IOException {
		if (refusals.stream().allMatch((refusal) -> CellPlace.of(refusal.cell()).isEmpty())) {
			return false;
		}
		long size = size(file);
		return size <= LARGEST && HeapShare.allows(IN_MEMORY * size);
	}

	/** Unpacked, all sheets of it, read by whichever source or by none. */
	private static long size(Path file) throws IOException {
		if (!isWorkbook(file)) {
			return Files.size(file);
		}
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.stream().mapToLong(ZipEntry::getSize).sum();
		}
	}

	private static boolean isWorkbook(Path file) {
		return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
	}

	/**
	 * The bytes of the marked workbook.
	 * @throws HubUnreachable if another file takes the memory for too long
	 */
	byte[] mark(List<Refusal> refusals) throws IOException {
		try (HeapShare heap = new HeapShare()) {
			heap.take(IN_MEMORY * size(this.file));
			return marked(refusals);
		}
	}

	private byte[] marked(List<Refusal> refusals) throws IOException {
		try (Workbook workbook = open(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Map<CellPlace, List<Refusal>> byCell = refusals.stream()
				.filter((refusal) -> CellPlace.of(refusal.cell()).isPresent())
				.collect(Collectors.groupingBy((refusal) -> CellPlace.of(refusal.cell()).orElseThrow(),
						LinkedHashMap::new, Collectors.toList()));
			clear(workbook);
			Map<CellStyle, CellStyle> coloured = new LinkedHashMap<>();
			byCell.forEach((place, reasons) -> mark(workbook, place, reasons, coloured));
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static void mark(Workbook workbook, CellPlace place, List<Refusal> reasons,
			Map<CellStyle, CellStyle> coloured) {
		Sheet sheet = place.sheet().isEmpty() ? workbook.getSheetAt(0) : workbook.getSheet(place.sheet());
		if (sheet == null) {
			return;
		}
		Row row = sheet.getRow(place.row());
		Cell cell = ((row != null) ? row : sheet.createRow(place.row())).getCell(place.column(),
				Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
		cell.setCellStyle(coloured.computeIfAbsent(cell.getCellStyle(), (plain) -> coloured(workbook, plain)));
		CreationHelper helper = workbook.getCreationHelper();
		ClientAnchor anchor = helper.createClientAnchor();
		anchor.setCol1(place.column() + 1);
		anchor.setCol2(place.column() + 1 + NOTE_COLUMNS);
		anchor.setRow1(place.row());
		anchor.setRow2(place.row() + NOTE_ROWS);
		cell.removeCellComment();
		Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
		note.setString(helper
			.createRichTextString(reasons.stream().map(MarkedWorkbook::text).collect(Collectors.joining("\n"))));
		note.setAuthor(AUTHOR);
		cell.setCellComment(note);
	}

	/** Takes away the notes of an earlier turn, and their colour. */
	private static void clear(Workbook workbook) {
		for (Sheet sheet : workbook) {
			for (Map.Entry<CellAddress, ? extends Comment> note : Map.copyOf(sheet.getCellComments()).entrySet()) {
				if (AUTHOR.equals(note.getValue().getAuthor())) {
					Cell cell = sheet.getRow(note.getKey().getRow()).getCell(note.getKey().getColumn());
					cell.removeCellComment();
					CellStyle plain = workbook.createCellStyle();
					plain.cloneStyleFrom(cell.getCellStyle());
					plain.setFillPattern(FillPatternType.NO_FILL);
					cell.setCellStyle(plain);
				}
			}
		}
	}

	private static String text(Refusal refusal) {
		return refusal.objection().reason().getTh() + "\nวิธีแก้ไข: " + refusal.objection().remedy().getTh();
	}

	private static CellStyle coloured(Workbook workbook, CellStyle plain) {
		CellStyle style = workbook.createCellStyle();
		style.cloneStyleFrom(plain);
		style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		return style;
	}

	/** A text file becomes a workbook of texts: nothing in it is run as a formula. */
	private Workbook open() throws IOException {
		if (isWorkbook(this.file)) {
			try (InputStream in = Files.newInputStream(this.file)) {
				return new XSSFWorkbook(in);
			}
		}
		Workbook workbook = new XSSFWorkbook();
		Sheet sheet = workbook.createSheet();
		SpreadsheetFile.of(this.file).visit((name, lines) -> lines.forEach((line) -> {
			Row row = sheet.createRow(line.number() - 1);
			for (int column = 0; column < line.cells().size(); column++) {
				row.createCell(column).setCellValue(line.cell(column).text());
			}
		}));
		return workbook;
	}

}
