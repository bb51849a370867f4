package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.regex.Pattern;

import org.buranakan.connectors.reading.Offered;

/**
 * One piece of a text that lists several values: the piece is column {@code .}, all other
 * columns are the whole row's.
 */
record SplitRow(Row whole, String column, Offered piece) implements Row {

	static List<Row> of(Row whole, String column, String separator) {
		return Pattern.compile(separator)
			.splitAsStream(whole.at(column).text())
			.map(Offered::of)
			.filter((piece) -> !(piece instanceof Offered.Nothing))
			.map((piece) -> (Row) new SplitRow(whole, column, piece))
			.toList();
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
