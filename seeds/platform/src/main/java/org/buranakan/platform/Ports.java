package org.buranakan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

	/** Ports that were free a moment ago. */
	public static Ports free() {
		List<ServerSocket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < 7; i++) {
				sockets.add(new ServerSocket(0, 1, InetAddress.ofLiteral(Addresses.HOST)));
			}
			int[] free = IntStream.range(0, 7).map((i) -> sockets.get(i).getLocalPort()).toArray();
			for (ServerSocket socket : sockets) {
				socket.close();
			}
			return new Ports(free[0], free[1], free[2], free[3], free[4], free[5], free[6]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
