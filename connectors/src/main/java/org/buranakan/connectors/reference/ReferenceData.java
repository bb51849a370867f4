package org.buranakan.connectors.reference;

import java.util.Collection;

import org.buranakan.connectors.mapping.Reference;
import org.buranakan.schemas.record.ReferenceRecorded;

/** Reference data that is at hand, instead of followed. */
public final class ReferenceData {

	private ReferenceData() {
	}

	/** What a mapping knows from these entries alone. */
	public static Reference of(Collection<ReferenceRecorded> entries) {
		ReferenceBook book = new ReferenceBook();
		entries.forEach(book::add);
		book.index();
		return book;
	}

}
