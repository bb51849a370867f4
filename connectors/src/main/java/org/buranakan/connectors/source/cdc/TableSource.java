package org.buranakan.connectors.source.cdc;

import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.common.Uuid;

/** A captured table, and what its changes mean. */
record TableSource(String name, Translation translation) {

	ChangeReader reader(Uuid log, TransactionCounts counts) {
		return new ChangeReader(this.translation.source(), this.name, log, counts);
	}

	/** The columns that the profile reads, under all of their names. */
	Set<String> columns() {
		return this.translation.source()
			.captured()
			.stream()
			.flatMap((column) -> this.translation.source().names(column).stream())
			.collect(Collectors.toSet());
	}

}
