package org.buranakan.connectors.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.buranakan.connectors.reading.KnownAreas;
import org.buranakan.connectors.reading.KnownCodes;

/** A profile as a test writes it. */
record Yaml(String text) {

	/** The mapping, against these areas and no code lists. */
	Mapping mapping(KnownAreas areas) {
		try {
			return new Mapping(new Profiles(new Reference() {
				@Override
				public KnownAreas areas() {
					return areas;
				}

				@Override
				public KnownCodes codes() {
					return (kind) -> Map.of();
				}
			}).read(new ByteArrayInputStream(this.text.getBytes(StandardCharsets.UTF_8))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
