package org.buranakan.connectors.source.cdc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.common.Uuid;

/**
 * What a published event says of the change it came from.
 *
 * @param key the row's primary key
 */
record Trace(String key, RawPosition raw) {

	private static final Pattern FORM = Pattern
		.compile("(?<key>.*) lsn=\\S+ raw=(?<log>[\\w-]{22})/(?<offset>\\d{1,18})", Pattern.DOTALL);

	/** The trace in an event's {@code source.place}; empty where it is none. */
	static Optional<Trace> parse(String place) {
		Matcher form = FORM.matcher(place);
		return form.matches()
				? Optional.of(new Trace(form.group("key"),
						new RawPosition(Uuid.fromString(form.group("log")), Long.parseLong(form.group("offset")))))
				: Optional.empty();
	}

}
