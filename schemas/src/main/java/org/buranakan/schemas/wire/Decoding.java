package org.buranakan.schemas.wire;

import org.buranakan.schemas.registry.SchemaId;

/**
 * What became of the bytes of a value.
 *
 * @param <T> the contract's generated class
 */
public sealed interface Decoding<T> {

	/**
	 * A record in the shape of the newest contract.
	 *
	 * @param writer the schema that it was written with
	 */
	record Decoded<T>(T record, SchemaId writer) implements Decoding<T> {
	}

	/**
	 * No record.
	 *
	 * @param reason for logs; quotes no values
	 */
	record Malformed<T>(Flaw flaw, String reason) implements Decoding<T> {
	}

}
