package org.buranakan.schemas.registry;

import org.jspecify.annotations.Nullable;

/** The registry did not do what it was asked; the case says why. */
public abstract sealed class RegistryException extends RuntimeException {

	RegistryException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * The registry answered: it has no such schema id, subject, or schema in the subject.
	 */
	public static final class Unknown extends RegistryException {

		Unknown(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	/** The registry refuses a schema that does not fit the versions before it. */
	public static final class Incompatible extends RegistryException {

		Incompatible(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	/** The registry does not let this caller do this. */
	public static final class Unauthorised extends RegistryException {

		Unauthorised(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	/**
	 * The registry could not be asked: down, too slow, failing, or something else answers
	 * at its address. Work that needs it waits; nothing is to be rejected for it.
	 */
	public static final class Unavailable extends RegistryException {

		Unavailable(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

}
