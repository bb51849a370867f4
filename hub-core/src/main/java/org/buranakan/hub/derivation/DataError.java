package org.buranakan.hub.derivation;

import java.sql.SQLException;
import java.util.Optional;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Tells what facts do to a statement from an outage or a bug. */
final class DataError {

	private DataError() {
	}

	/**
	 * The SQLSTATE, if it is of class 21 (one row twice in a statement), 22 (data
	 * exception) or 54 (program limit exceeded).
	 */
	static Optional<String> state(DataAccessException thrown) {
		return (NestedExceptionUtils.getMostSpecificCause(thrown) instanceof SQLException cause)
				? Optional.ofNullable(cause.getSQLState())
					.filter((state) -> state.startsWith("21") || state.startsWith("22") || state.startsWith("54"))
				: Optional.empty();
	}

}
