package org.buranakan.hub.overview;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A record that the hub did not apply: where it stands and why, none of its values.
 *
 * @param agency null for the hub's own logs
 */
record RejectionView(@Nullable Named agency, String code, Text reason, Text remedy, Place position,
		@Nullable String entityId, Instant at) {

	/** As a position, but a rejected record may have no readable event id. */
	@Schema(name = "RejectedAt")
	record Place(String topic, int partition, long offset, @Nullable String eventId) {

	}

}
