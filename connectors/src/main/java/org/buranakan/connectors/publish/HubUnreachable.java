package org.buranakan.connectors.publish;

import java.util.Optional;

/**
 * Kafka or the registry cannot be used now. Nothing is lost: whatever was submitted is to
 * be submitted again.
 */
public final class HubUnreachable extends RuntimeException {

	public HubUnreachable(String message) {
		super(message);
	}

	public HubUnreachable(String message, Throwable cause) {
		super(message, cause);
	}

	/** What it comes from, for operators. */
	public String reason() {
		return String.valueOf(Optional.ofNullable(getCause()).orElse(this).getMessage());
	}

	/**
	 * Whether the credentials are refused, or their rights were taken away: waiting mends
	 * neither.
	 */
	public boolean isRefusal() {
		return Trouble.of(this) == Trouble.FORBIDDEN;
	}

}
