package org.buranakan.connectors.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.mapping.Reference;
import org.buranakan.pilot.PilotData;

/** The pilot's reference data and profiles, without Kafka. */
public final class PilotReference {

	private PilotReference() {
	}

	public static Reference book() {
		ReferenceBook book = new ReferenceBook();
		new PilotData().reference().forEach(book::add);
		book.index();
		return book;
	}

	/** The mapping of one of the pilot's agencies. */
	public static Mapping mapping(String agency) {
		try (InputStream in = PilotData.class.getResourceAsStream("/profiles/" + agency + ".yml")) {
			if (in == null) {
				throw new IllegalArgumentException("No profile of " + agency);
			}
			return new Mapping(new Profiles(book()).read(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
