package org.buranakan.schemas.provision;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.apache.kafka.common.KafkaFuture;

/** Waits for Kafka's answers, and for what it has agreed to do to be done. */
final class Answers {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Answers() {
	}

	/**
	 * The answer; a refusal is a {@link ProvisioningException} whose cause is Kafka's.
	 */
	static <T> T of(String what, KafkaFuture<T> future) {
		try {
			return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new ProvisioningException("Kafka refuses to " + what + ": " + ex.getCause(), ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new ProvisioningException("Kafka does not answer within " + PATIENCE + ": " + what, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProvisioningException("Interrupted: " + what, ex);
		}
	}

	/** Brokers learn what the controller has decided a moment later. */
	static void await(String what, BooleanSupplier done) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!done.getAsBoolean()) {
			if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
				throw new ProvisioningException("Kafka agreed, but has not done it within " + PATIENCE + ": " + what,
						null);
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
	}

}
