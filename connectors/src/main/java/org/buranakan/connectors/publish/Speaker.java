package org.buranakan.connectors.publish;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.SourceKind;

/**
 * Through what an agency said something.
 *
 * @param system the agency's name for its system
 */
record Speaker(SourceKind kind, String system) {

	static Speaker of(SpecificRecord event) {
		Envelope envelope = Envelope.of(event);
		return new Speaker(envelope.source().getKind(), envelope.source().getSystem());
	}

}
