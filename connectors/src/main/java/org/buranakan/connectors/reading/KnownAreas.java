package org.buranakan.connectors.reading;

import java.util.List;
import java.util.Optional;

/** What is known of areas while reading, those that have an end among them. */
public interface KnownAreas {

	/** The area of that code. */
	Optional<KnownArea> withCode(String code);

	/**
	 * All areas of that name, of whatever level.
	 * @param comparable Thai or English, in the form to compare
	 */
	List<KnownArea> named(String comparable);

	/**
	 * The same object as long as no answer changes; another each time where nobody knows.
	 */
	default Object edition() {
		return new Object();
	}

	/** All areas whose code begins so. */
	List<KnownArea> within(String code);

}
