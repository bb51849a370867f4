package org.buranakan.connectors.source.cdc;

import org.apache.kafka.common.Uuid;

/**
 * A record of a raw topic.
 *
 * @param log the topic's id: a topic that was deleted and made again is another log, and
 * its offsets tell nothing of the first one's
 */
record RawPosition(Uuid log, long offset) {

	@Override
	public String toString() {
		return this.log + "/" + this.offset;
	}

}
