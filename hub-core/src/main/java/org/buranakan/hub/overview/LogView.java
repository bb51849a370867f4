package org.buranakan.hub.overview;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A log as the hub reads it.
 *
 * @param topicId Kafka's id of the topic that is read
 * @param nextOffset the first that is not read yet
 * @param parked why it is not read; null where it is
 * @param gaps what is gone of it and operators accepted, the oldest first
 */
record LogView(String topic, String topicId, long nextOffset, State state, @Nullable Parked parked,
		List<AcceptedGap> gaps) {

	/** Read, or left alone until somebody has mended or accepted what is the matter. */
	@Schema(name = "LogState")
	enum State {

		RUNNING, PARKED

	}

	/**
	 * Why a log is not read.
	 *
	 * @param upto where it can be read on if an operator accepts that the records from
	 * {@code nextOffset} on are gone; null where there is nothing to accept
	 */
	@Schema(name = "ParkedLog")
	record Parked(String code, @Nullable Long upto, Text why) {

	}

	/**
	 * Records that are gone, which an operator accepted.
	 *
	 * @param from the first missing offset
	 * @param upto the offset behind them
	 * @param act its id: who accepted, a colon, and the key in the topic of acts
	 */
	record AcceptedGap(long from, long upto, String by, Instant at, Text reason, String act) {

	}

}
