package org.buranakan.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.springframework.util.unit.DataSize;

/**
 * A process that embeds a platform and waits to be killed: {@code <data> <seven ports>}.
 */
final class Embedding {

	static final String READY = "ready";

	private Embedding() {
	}

	/** Patient: several builds may share a machine. */
	static PlatformSettings settings(Path data, Ports ports) {
		return new PlatformSettings(data, ports, List.of("hub", "codi"), List.of("auditor"),
				new Limits(Duration.ofMinutes(8), DataSize.ofMegabytes(500)));
	}

	public static void main(String... arguments) throws InterruptedException {
		int[] port = java.util.Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
		Ports ports = new Ports(port[0], port[1], port[2], port[3], port[4], port[5], port[6]);
		Platform platform = Platform.start(settings(Path.of(arguments[0]), ports));
		System.out.println(READY + platform.bootstrapServers());
		Thread.currentThread().join();
	}

}
