package org.buranakan.hub.actionplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.buranakan.hub.view.Named;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the plan that is taken away: which part of it, and of which state of
 * the view.
 *
 * @param zone the names of what the filter asks for; null where it does not
 * @param mark SHA-256 in hexadecimal over the positions, each ended by a line feed
 * @param positions {@code <topic> <topic id> <partition> <next offset>} per log that was
 * read, in the order in which the fingerprint lists them; the offset is exclusive
 */
record Heading(@Nullable Named zone, @Nullable Named province, @Nullable Named area, @Nullable Named agency,
		@Nullable Named kind, @Nullable LocalDate businessDate, Instant madeAt, String mark, List<String> positions) {

}
