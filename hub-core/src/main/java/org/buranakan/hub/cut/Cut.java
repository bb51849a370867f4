package org.buranakan.hub.cut;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.buranakan.hub.audit.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * One offset per log, of one committed state.
 *
 * @param id SHA-256 over the positions, hexadecimal
 * @param takenAt when it was written down, a moment after the state that it is of; later
 * than all cuts before it
 * @param fingerprint what the view is at it; null until that is known
 * @param publishedOffset its offset in {@code hub.cut}; null until Kafka has it
 * @param positions in the order of the topics; in lists of cuts left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Cut(String id, Instant takenAt, LocalDate businessDate, @Nullable Known fingerprint,
		@Nullable Long publishedOffset, List<Fingerprint.Position> positions) {

	/**
	 * A fingerprint and where it is from.
	 *
	 * @param sha256 over facts and derived rows
	 * @param facts over facts alone
	 */
	public record Known(String sha256, String facts, long rows, By by) {

	}

	/** The live view when the cut was taken, or the first replay until it. */
	public enum By {

		LIVE, REPLAY

	}

}
