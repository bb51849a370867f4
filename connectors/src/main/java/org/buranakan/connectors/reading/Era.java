package org.buranakan.connectors.reading;

/** In which era a profile says that its source writes years. */
public enum Era {

	/** Buddhist era (พ.ศ.): 2565. */
	BUDDHIST,

	/** Common era (ค.ศ.): 2022. */
	COMMON,

	/** The profile does not say: four digits decide by size, two digits are refused. */
	UNDECLARED

}
