package org.buranakan.connectors.publish;

import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.event.BudgetPosted;
import org.buranakan.schemas.event.Source;

/**
 * A posting that was replaced although its reversal never arrived.
 *
 * @param source of the posting that replaced it, as the reversal's would have been
 */
record Unreversed(PostingId posting, Encoding content, Source source, Instant occurredAt) {

	static Unreversed of(PostingId posting, Encoding content, SpecificRecord successor) {
		BudgetPosted replacing = (BudgetPosted) successor;
		return new Unreversed(posting, content, replacing.getSource(), replacing.getOccurredAt());
	}

}
