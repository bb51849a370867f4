package org.buranakan.connectors.source.spreadsheet;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern over names in which {@code *} is any text and {@code ?} one character. It is
 * no file system's: those refuse names that their encoding lacks.
 */
final class Glob {

	private final Pattern pattern;

	Glob(String glob) {
		this.pattern = Pattern.compile(glob.codePoints().mapToObj(Glob::expression).collect(Collectors.joining()),
				Pattern.DOTALL);
	}

	boolean matches(String name) {
		return this.pattern.matcher(name).matches();
	}

	private static String expression(int point) {
		return switch (point) {
			case '*' -> ".*";
			case '?' -> ".";
			default -> Pattern.quote(Character.toString(point));
		};
	}

}
