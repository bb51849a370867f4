package org.buranakan.connectors.mapping;

import org.buranakan.connectors.reading.KnownAreas;
import org.buranakan.connectors.reading.KnownCodes;

/** What mapping knows of the hub's reference data. */
public interface Reference {

	KnownAreas areas();

	KnownCodes codes();

}
