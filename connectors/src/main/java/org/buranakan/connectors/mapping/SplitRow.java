package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.List;

import org.buranakan.connectors.reading.Offered;

/**
 * One piece of a text that lists several values: the piece is column {@code .}, all other
 * columns are the whole row's.
 */
record SplitRow(Row whole, String column, Offered piece) implements Row {

	static List<Row> of(Row whole, String column, String separator) {
		List<Row> rows = new ArrayList<>();
		for (String text : whole.at(column).text().split(separator, -1)) {
			Offered piece = Offered.of(text);
			if (!(piece instanceof Offered.Nothing)) {
				rows.add(new SplitRow(whole, column, piece));
			}
		}
		return rows;
	}

	@Override
	public Offered at(String name) {
		return name.equals(".") ? this.piece : this.whole.at(name);
	}

	@Override
	public List<Row> items(String name) {
		return this.whole.items(name);
	}

	@Override
	public boolean has(String name) {
		return name.equals(".") || this.whole.has(name);
	}

	@Override
	public String place() {
		return this.whole.place();
	}

	@Override
	public String cell(String name) {
		return this.whole.cell(name.equals(".") ? this.column : name);
	}

	@Override
	public String heading(String name) {
		return this.whole.heading(name.equals(".") ? this.column : name);
	}

	@Override
	public String container() {
		return this.whole.container();
	}

	@Override
	public String trace() {
		return this.whole.trace();
	}

}
