package org.buranakan.hub.finding;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.buranakan.hub.view.Text;
import tools.jackson.databind.JsonNode;

/**
 * The wording of a finding in both languages, with places for its specifics.
 *
 * <p>
 * A specific is a text of both languages, a list of such, a date ({@code yyyy-mm-dd},
 * shown in the Buddhist era in Thai), a number, or satang (a name that ends so, shown in
 * baht). The same specifics always give the same words, whatever the locale of the
 * machine.
 */
record Sentence(String th, String en) {

	private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

	private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Locale THAI = Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-latn");

	private static final DateTimeFormatter THAI_DAY = DateTimeFormatter.ofPattern("d MMM yyyy").localizedBy(THAI);

	private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

	Text with(JsonNode specifics) {
		return new Text(fill(this.th, specifics, "th", THAI_DAY), fill(this.en, specifics, "en", ENGLISH_DAY));
	}

	private static String fill(String wording, JsonNode specifics, String language, DateTimeFormatter days) {
		Function<MatchResult, String> optional = (part) -> PLACE.matcher(part.group(1))
			.results()
			.anyMatch((place) -> specifics.path(place.group(1)).isNull()) ? "" : part.group(1);
		String kept = OPTIONAL.matcher(wording).replaceAll(literal(optional));
		return PLACE.matcher(kept)
			.replaceAll(literal((place) -> say(place.group(1), specifics.path(place.group(1)), language, days)));
	}

	private static Function<MatchResult, String> literal(Function<MatchResult, String> replacement) {
		return (match) -> java.util.regex.Matcher.quoteReplacement(replacement.apply(match));
	}

	private static String say(String name, JsonNode value, String language, DateTimeFormatter days) {
		if (value.isArray()) {
			return value.valueStream()
				.map((item) -> say(name, item, language, days))
				.collect(Collectors.joining(language.equals("th") ? " และ" : " and "));
		}
		if (value.isObject()) {
			JsonNode text = value.path(language);
			return (text.isNull() ? value.path("th") : text).asString();
		}
		if (value.isNumber()) {
			return name.endsWith("Satang") ? number("#,##0.##").format(value.decimalValue().movePointLeft(2))
					: number("#,##0").format(value.longValue());
		}
		return day(value.asString(), days);
	}

	/** What only looks like a date is no reason to say nothing at all. */
	private static String day(String text, DateTimeFormatter days) {
		try {
			return DATE.matcher(text).matches() ? days.format(LocalDate.parse(text)) : text;
		}
		catch (DateTimeParseException ex) {
			return text;
		}
	}

	private static DecimalFormat number(String pattern) {
		return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
	}

}
