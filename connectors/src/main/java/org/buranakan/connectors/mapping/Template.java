package org.buranakan.connectors.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.ThaiText;

/** Text with columns in braces: {@code plan-{project_id}}. */
final class Template {

	private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

	private final List<String> columns;

	/** What stands before each column, and after the last. */
	private final List<String> between;

	Template(String text) {
		List<String> columns = new ArrayList<>();
		List<String> between = new ArrayList<>();
		Matcher column = COLUMN.matcher(text);
		int from = 0;
		while (column.find()) {
			between.add(text.substring(from, column.start()));
			columns.add(column.group(1));
			from = column.end();
		}
		between.add(text.substring(from));
		this.columns = List.copyOf(columns);
		this.between = List.copyOf(between);
	}

	List<String> columns() {
		return this.columns;
	}

	/**
	 * The text with the row's values, tidied, digits in ASCII; empty if one is blank, or
	 * is none.
	 */
	Optional<String> fill(Row row) {
		StringBuilder filled = new StringBuilder(this.between.getFirst());
		for (int index = 0; index < this.columns.size(); index++) {
			Offered offered = row.at(this.columns.get(index));
			if (offered instanceof Offered.Nothing || offered instanceof Offered.Structure) {
				return Optional.empty();
			}
			filled.append(ThaiText.digits(ThaiText.tidy(offered.text()))).append(this.between.get(index + 1));
		}
		return Optional.of(filled.toString());
	}

}
