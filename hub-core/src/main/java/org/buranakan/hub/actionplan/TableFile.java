package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The plan as a table with a line per item, the sums of all of them in the last one, and
 * how far each log had been read as an appendix.
 */
final class TableFile implements PlanFile {

	private static final List<Column> COLUMNS = Column.all();

	private static final String POSITIONS = "บันทึกที่อ่าน: ชื่อ รหัส พาร์ทิชัน ตำแหน่งถัดไป (สำหรับผู้ตรวจสอบ)";

	private final Table table;

	private final Title title;

	private final Totals totals = new Totals();

	TableFile(Table table, Title title) throws IOException {
		this.table = table;
		this.title = title;
		table.begin(title.lines(), COLUMNS);
	}

	@Override
	public void item(ActionItem item) throws IOException {
		this.totals.add(item);
		this.table.row(COLUMNS.stream().map((column) -> column.cell().apply(item)).toList());
	}

	@Override
	public void end() throws IOException {
		this.table.totals(COLUMNS.stream().map((column) -> column.total().apply(this.totals)).toList());
		this.table.appendix(Stream.concat(Stream.of(POSITIONS), this.title.heading().positions().stream()).toList());
		this.table.end();
	}

}
