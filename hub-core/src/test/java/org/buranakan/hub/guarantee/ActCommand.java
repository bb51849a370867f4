package org.buranakan.hub.guarantee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.buranakan.hub.command.Commands;
import org.buranakan.platform.shared.SharedPlatform;

/** Commands of {@code audit} as somebody types them, with a login of their own. */
final class ActCommand {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	/** {@code audit act}. */
	int run(String actor, URI hub, String deed, String finding, String... options) throws IOException {
		return run(actor, hub, List.of("act", deed, finding), options);
	}

	/** {@code audit accept}. */
	int accept(String actor, URI hub, String topic, String... options) throws IOException {
		return run(actor, hub, List.of("accept", topic), options);
	}

	private int run(String actor, URI hub, List<String> what, String... options) throws IOException {
		Properties client = new Properties();
		SharedPlatform.get().client(actor).forEach((name, value) -> client.put(name, value.toString()));
		client.put("schema.registry.url", SharedPlatform.get().registry().toString());
		Path file = Files.createTempFile(actor, ".properties");
		try (var out = Files.newOutputStream(file)) {
			client.store(out, null);
		}
		this.printed.reset();
		List<String> arguments = new ArrayList<>(List.of("audit"));
		arguments.addAll(what);
		arguments.addAll(List.of("--as", file.toString(), "--hub", hub.toString(), "--lang", "en"));
		arguments.addAll(List.of(options));
		try {
			return Commands.run(new PrintStream(this.printed, true, StandardCharsets.UTF_8),
					arguments.toArray(String[]::new));
		}
		finally {
			Files.delete(file);
		}
	}

	/** What it printed last. */
	String said() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

}
