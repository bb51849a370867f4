package org.buranakan.connectors.publish;

/**
 * Kafka or the registry cannot be used now. Nothing is lost: whatever was submitted is to
 * be submitted again.
 */
public final class HubUnreachable extends RuntimeException {

	HubUnreachable(String message) {
		super(message);
	}

	HubUnreachable(String message, Throwable cause) {
		super(message, cause);
	}

}
