package org.buranakan.schemas.wire;

/** The closed set of what can be wrong with the bytes of a value. */
public enum Flaw {

	/** There is no value. */
	NULL_VALUE,

	/** It ends before it is complete. */
	TRUNCATED,

	/** It does not begin with the zero byte of the Confluent format. */
	WRONG_MAGIC,

	/** The registry has no Avro schema under its id. */
	UNKNOWN_SCHEMA_ID,

	/**
	 * Its schema is of another type than its topic's contract, or cannot be read as that.
	 */
	FOREIGN_SCHEMA,

	/** Its body is not what its schema says. */
	MALFORMED_BODY,

	/** Something follows its body. */
	TRAILING_BYTES,

	/** It nests deeper than the stack allows. */
	TOO_DEEP,

	/** It is, or declares to become, larger than any honest value. */
	TOO_LARGE

}
