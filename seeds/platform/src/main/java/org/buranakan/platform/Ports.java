package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The loopback ports of the parts.
 *
 * @param registry Schema registry (Confluent API)
 * @param registryHealth the registry's management port, used to see whether it is ready
 * @param kafka Kafka's port for clients
 * @param kafkaController Kafka's port for its own controller
 * @param postgresql PostgreSQL
 * @param connect REST API of CODI's Kafka Connect
 * @param hubConnect REST API of the hub's Kafka Connect
 */
public record Ports(@DefaultValue("8081") int registry, @DefaultValue("18081") int registryHealth,
		@DefaultValue("19092") int kafka, @DefaultValue("19093") int kafkaController,
		@DefaultValue("15432") int postgresql, @DefaultValue("8083") int connect,
		@DefaultValue("8084") int hubConnect) {

	private static final int LOWEST = 20_000;

	/** Linux has it so unless its administrator changes it. */
	private static final int FIRST_OF_CLIENTS = 32_768;

	private static final int LOOKS = 1_000;

	private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

	/** The ports that others may rely on. */
	public static final Ports DEFAULT = new Ports(8081, 18081, 19092, 19093, 15432, 8083, 8084);

	public Ports {
		List<Integer> all = List.of(registry, registryHealth, kafka, kafkaController, postgresql, connect, hubConnect);
		if (all.stream().anyMatch((port) -> port < 1 || port > 65535)) {
			throw new IllegalArgumentException("Ports are numbers from 1 to 65535: " + all);
		}
		if (all.stream().distinct().count() < all.size()) {
			throw new IllegalArgumentException("Every part needs a port of its own: " + all);
		}
	}

	/** Ports that are {@link #unused()}. */
	public static Ports free() {
		return new Ports(unused(), unused(), unused(), unused(), unused(), unused(), unused());
	}

	/**
	 * A port on which nobody listens, given once by this process. It is none of those
	 * that a system gives to whoever connects, by which anybody may have it a moment
	 * later.
	 */
	public static int unused() {
		IOException why = new IOException("All were given");
		for (int look = 0; look < LOOKS; look++) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST, FIRST_OF_CLIENTS);
			if (GIVEN.add(port)) {
				try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral(Addresses.HOST))) {
					return socket.getLocalPort();
				}
				catch (IOException ex) {
					why = ex;
				}
			}
		}
		throw new UncheckedIOException("No port is free from %d to %d".formatted(LOWEST, FIRST_OF_CLIENTS - 1), why);
	}

}
