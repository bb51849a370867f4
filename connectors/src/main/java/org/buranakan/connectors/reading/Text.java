package org.buranakan.connectors.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.buranakan.schemas.event.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Text for people, as answers and messages have it in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Text(String th, @Nullable String en) {

	public static Text of(LocalizedText text) {
		return new Text(text.getTh(), text.getEn());
	}

}
