package org.buranakan.connectors.mapping;

import java.util.List;

import org.buranakan.connectors.reading.Offered;

/**
 * One column of a wide row as a row of its own, with the other columns of the whole.
 *
 * @param column the profile's own name for it
 * @param period what its heading names
 */
record WideRow(Row whole, Unpivot unpivot, String column, String period) implements Row {

	/** A blank cell says nothing of its period; zero says that there is nothing. */
	boolean isBlank() {
		return this.whole.at(this.column) instanceof Offered.Nothing;
	}

	@Override
	public Offered at(String name) {
		return name.equals(this.unpivot.names()) ? Offered.of(this.period) : this.whole.at(inWhole(name));
	}

	@Override
	public List<Row> items(String name) {
		return this.whole.items(inWhole(name));
	}

	@Override
	public boolean has(String name) {
		return name.equals(this.unpivot.names()) || this.whole.has(inWhole(name));
	}

	@Override
	public String place() {
		return this.whole.place();
	}

	@Override
	public String cell(String name) {
		return this.whole.cell(inWhole(name));
	}

	@Override
	public String heading(String name) {
		return this.whole.heading(inWhole(name));
	}

	@Override
	public String container() {
		return this.whole.container();
	}

	@Override
	public String trace() {
		return this.whole.trace();
	}

	/** The period stands in the heading: both point to the column. */
	private String inWhole(String name) {
		return (name.equals(this.unpivot.as()) || name.equals(this.unpivot.names())) ? this.column : name;
	}

}
