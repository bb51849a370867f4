package org.buranakan.hub.actionplan;

import java.io.IOException;
import java.util.List;

import org.buranakan.hub.actionplan.Cell.Count;
import org.buranakan.hub.actionplan.Cell.Words;
import org.buranakan.hub.actionplan.Heading.ReadLog;

/**
 * The plan as a table with a line per item, the sums of all of them in the last one, and
 * how far each log had been read as an appendix.
 */
final class TableFile implements PlanFile {

	private static final List<Column> COLUMNS = Column.all();

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
		this.table.appendix("ตำแหน่งถัดไปของแต่ละบันทึก (สำหรับผู้ตรวจสอบ)",
				this.title.heading().positions().stream().map(TableFile::position).toList());
		this.table.end();
	}

	private static List<Cell> position(ReadLog log) {
		return List.of(new Words(log.topic()), new Count(log.partition()), new Count(log.nextOffset()));
	}

}
