package org.buranakan.hub.overview;

import java.time.Instant;

import org.buranakan.hub.view.Named;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an agency's source offered and its own connector refused before publishing: the
 * officer's view.
 */
record RefusalView(Named agency, @Nullable String family, String system, String container, String place,
		@Nullable String field, String code, Text reason, Text remedy, Instant at) {

}
