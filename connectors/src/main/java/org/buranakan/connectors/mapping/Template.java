package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.ThaiText;

/** Text with columns in braces: {@code plan-{project_id}}. */
record Template(String text) {

	private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

	List<String> columns() {
		return COLUMN.matcher(this.text).results().map((column) -> column.group(1)).toList();
	}

	/** The text with the row's values, tidied, digits in ASCII; empty if one is blank. */
	Optional<String> fill(Row row) {
		if (columns().stream().anyMatch((column) -> row.at(column) instanceof Offered.Nothing)) {
			return Optional.empty();
		}
		Function<java.util.regex.MatchResult, String> value = (column) -> Matcher
			.quoteReplacement(ThaiText.digits(ThaiText.tidy(row.at(column.group(1)).text())));
		return Optional.of(COLUMN.matcher(this.text).replaceAll(value));
	}

}
