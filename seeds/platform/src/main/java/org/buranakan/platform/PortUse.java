package org.buranakan.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.buranakan.platform.process.PortHolder;

/**
 * A port that a part is going to listen on, and the property that changes it.
 */
public record PortUse(int port, String property) {

	/**
	 * Refuses a port that somebody else uses.
	 * @throws PlatformFailure that names who and the property
	 */
	void requireFree() {
		try (ServerSocket socket = new ServerSocket()) {
			// As the parts do themselves: connections that are fading away do not count.
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.ofLiteral(Addresses.HOST), this.port));
		}
		catch (IOException taken) {
			String holder = PortHolder.of(this.port).map(PortUse::describe).orElse("another program");
			throw new PlatformFailure(PlatformFailure.Code.PORT_TAKEN,
					"Port " + this.port + " is taken by " + holder + ".",
					"Stop it, or choose another port with " + this.property + ".", taken);
		}
	}

	private static String describe(ProcessHandle process) {
		return "process " + process.pid() + process.info().command().map((command) -> " (" + command + ")").orElse("");
	}

}
