package org.buranakan.connectors.source.cdc;

import org.apache.kafka.common.Uuid;

/** A captured table, and what its changes mean. */
record TableSource(String name, Translation translation) {

	ChangeReader reader(Uuid log, TransactionCounts counts) {
		return new ChangeReader(this.translation.source(), this.name, log, counts);
	}

}
