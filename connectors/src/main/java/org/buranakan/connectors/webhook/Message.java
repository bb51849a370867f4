package org.buranakan.connectors.webhook;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.buranakan.connectors.reading.Text;
import org.buranakan.schemas.record.SourceRefused;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is sent.
 *
 * @param type whether a row was refused, or is refused no longer
 */
record Message(String type, Instant timestamp, Data data) {

	/** The refusal, without the refused value. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Data(String agency, String system, String container, String place, @Nullable String field, String code,
			Text reason, Text remedy) {
	}

	static Message of(SourceRefused refusal) {
		return new Message(refusal.getResolved() ? "refusal.resolved" : "refusal.opened", refusal.getRecordedAt(),
				new Data(refusal.getAgency(), refusal.getSource().getSystem(), refusal.getSource().getContainer(),
						refusal.getSource().getPlace(), refusal.getField(), refusal.getCode(),
						Text.of(refusal.getReason()), Text.of(refusal.getRemedy())));
	}

}
