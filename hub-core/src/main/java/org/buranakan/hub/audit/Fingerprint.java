package org.buranakan.hub.audit;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the view was at one moment, in 32 bytes.
 *
 * @param sha256 over facts and derived rows; hexadecimal
 * @param facts over facts alone; hexadecimal
 * @param positions how far each log was read, by topic
 * @param rows how many rows were digested
 * @param drained whether derived rows were those of the facts: no dirty key was left
 * @param businessDate today; null before the first
 */
public record Fingerprint(String sha256, String facts, List<Position> positions, long rows, boolean drained,
		@Nullable LocalDate businessDate) {

	/**
	 * How far a log was read.
	 *
	 * @param nextOffset exclusive
	 */
	@Schema(name = "LogPosition")
	public record Position(String topic, String topicId, int partition, long nextOffset) {

	}

}
