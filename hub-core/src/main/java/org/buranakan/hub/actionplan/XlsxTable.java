package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Money;
import org.buranakan.hub.actionplan.Cell.Words;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook to be read on a screen and printed on A4. Texts are inline strings: nothing
 * in it is run as a formula, and no table of strings grows with the rows.
 */
final class XlsxTable implements Table {

	static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

	private static final String SHEET = "แผนปฏิบัติการ";

	private static final String APPENDIX = "ที่มา";

	private static final int AT_A_TIME = 200;

	/** Comes with every Office and has Thai letters. */
	private static final String FONT = "Tahoma";

	private static final double FONT_SIZE = 10;

	private static final String SHADE = "DDE7E3";

	private static final int APPENDIX_WIDTH = 80;

	private final Workbook workbook;

	private final int mostRows;

	private List<Column> columns = List.of();

	private Worksheet sheet;

	private int next;

	/** With rows per sheet: what does not fit goes on in the next. */
	XlsxTable(OutputStream out, int mostRows) {
		this.workbook = new Workbook(out, "Buranakan", null);
		this.workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
		this.mostRows = mostRows;
		this.sheet = this.workbook.newWorksheet(SHEET);
	}

	@Override
	public void begin(List<String> title, List<Column> columns) {
		this.columns = columns;
		for (String line : title) {
			this.sheet.inlineString(this.next, 0, line);
			if (this.next == 0) {
				this.sheet.style(0, 0).bold().fontSize(14).set();
			}
			this.next++;
		}
		headings();
	}

	private void headings() {
		this.sheet.pageOrientation("landscape");
		this.sheet.paperSize(PaperSize.A4_PAPER);
		this.sheet.setFitToPage(true);
		this.sheet.fitToHeight((short) 0);
		this.sheet.repeatRows(this.next);
		this.sheet.freezePane(1, this.next + 1);
		for (int i = 0; i < this.columns.size(); i++) {
			this.sheet.width(i, this.columns.get(i).width());
			this.sheet.inlineString(this.next, i, this.columns.get(i).heading());
			this.sheet.style(this.next, i).bold().wrapText(true).fillColor(SHADE).set();
		}
		this.next++;
	}

	@Override
	public void row(List<Cell> cells) throws IOException {
		if (this.next >= this.mostRows) {
			this.sheet.finish();
			this.sheet = this.workbook.newWorksheet(SHEET);
			this.next = 0;
			headings();
		}
		write(cells, false);
		if (this.next % AT_A_TIME == 0) {
			this.sheet.flush();
		}
	}

	@Override
	public void totals(List<Cell> cells) {
		write(cells, true);
	}

	@Override
	public void appendix(List<String> lines) throws IOException {
		this.sheet.finish();
		this.sheet = this.workbook.newWorksheet(APPENDIX);
		this.sheet.width(0, APPENDIX_WIDTH);
		for (int i = 0; i < lines.size(); i++) {
			this.sheet.inlineString(i, 0, lines.get(i));
		}
	}

	@Override
	public void end() throws IOException {
		this.workbook.finish();
	}

	private void write(List<Cell> cells, boolean last) {
		for (int i = 0; i < cells.size(); i++) {
			StyleSetter style = this.sheet.style(this.next, i);
			switch (cells.get(i)) {
				case Words words -> {
					this.sheet.inlineString(this.next, i, words.text());
					style.wrapText(true);
				}
				case Count count -> {
					this.sheet.value(this.next, i, count.number());
					style.format("#,##0");
				}
				case Money money -> {
					this.sheet.value(this.next, i, money.baht());
					style.format("#,##0.00");
				}
			}
			if (last) {
				style.bold().fillColor(SHADE);
			}
			style.verticalAlignment("top").set();
		}
		this.next++;
	}

}
