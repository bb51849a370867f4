package org.buranakan.schemas.contract;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * The generated classes of the contracts. Avro makes instances only of classes that
 * somebody vouches for, or every value counts as malformed; a system property would do
 * so, where nobody forgets it.
 */
public final class GeneratedClasses {

	private static final String HOME = "org.buranakan.schemas.";

	static {
		ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(),
				(type) -> type.getName().startsWith(HOME)));
	}

	private GeneratedClasses() {
	}

	/** Vouches for them, once for the life of the process. */
	public static void trust() {
		// Loading this class has done it.
	}

}
