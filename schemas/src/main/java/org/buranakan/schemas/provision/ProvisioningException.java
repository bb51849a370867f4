package org.buranakan.schemas.provision;

import org.jspecify.annotations.Nullable;

/**
 * What is there contradicts the catalogue, or Kafka refuses; the message names the
 * remedy.
 */
public final class ProvisioningException extends RuntimeException {

	ProvisioningException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
