package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.buranakan.connectors.mapping.Reference;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.reference.ReferenceData;
import org.buranakan.connectors.reference.ReferenceFollower;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where areas and code lists are taken from: the hub, or files at hand. */
final class KnownReference {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Option(names = "--as", required = true, paramLabel = "FILE",
			description = "Client properties that may read hub.reference, such as the kit's.")
	private @Nullable Path client;

	@Option(names = "--reference", required = true, split = ",", paramLabel = "FILE",
			description = "CSV files as reference load takes them, with commas between.")
	private List<Path> files = List.of();

	/** All of it, as of now. */
	Reference read() throws IOException, InterruptedException {
		Optional<Path> hub = Optional.ofNullable(this.client);
		return hub.isPresent() ? of(HubClient.of(hub.get())) : ReferenceData.of(read(this.files));
	}

	/** All of it, as the hub has it. */
	static Reference of(HubClient client) throws InterruptedException {
		try (ReferenceFollower follower = new ReferenceFollower(List.of(client))) {
			follower.start(Set.of());
			if (!follower.awaitCurrent(Set.of(), PATIENCE)) {
				throw new IllegalStateException("hub.reference could not be read within " + PATIENCE);
			}
			return follower.reference();
		}
	}

	private static List<ReferenceRecorded> read(List<Path> files) throws IOException {
		List<ReferenceRecorded> entries = new ArrayList<>();
		for (Path file : files) {
			entries.addAll(new ReferenceFile(file).read());
		}
		return entries;
	}

}
