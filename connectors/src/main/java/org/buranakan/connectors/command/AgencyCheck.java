package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.schemas.topic.AgencyId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Checks whether a joining agency does everything right, point by point.",
		"What it wrote to its topics with whatever client, and on demand its push endpoint and one of its spreadsheets.",
		"Publishes nothing unless an item to push is given. Ends with 1 if a point fails." })
final class AgencyCheck implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "ID", description = "The agency's short name.")
	private String id = "";

	@Option(names = "--client", required = true, paramLabel = "FILE",
			description = "The agency's client properties, from its kit.")
	private Path client = Path.of("");

	@ArgGroup(exclusive = false)
	private @Nullable Endpoint endpoint;

	@ArgGroup(exclusive = false)
	private @Nullable Sheet sheet;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	/** Where the agency pushes to. */
	private static final class Endpoint {

		@Option(names = "--endpoint", required = true, paramLabel = "URL",
				description = "A push endpoint, such as http://127.0.0.1:8090/v1/events.")
		private URI url = URI.create("");

		@Option(names = "--token", required = true, paramLabel = "FILE", description = "The agency's token.")
		private Path token = Path.of("");

		@Option(names = "--item", paramLabel = "FILE", description = "An item to push; it is published.")
		private @Nullable Path item;

		EndpointCheck check(AgencyId agency) throws IOException {
			Path sample = this.item;
			return new EndpointCheck(agency, this.url, Files.readString(this.token).strip(),
					(sample != null) ? Optional.of(Files.readAllBytes(sample)) : Optional.empty());
		}

	}

	/** A file as the agency hands it in. */
	private static final class Sheet {

		@Option(names = "--file", required = true, paramLabel = "FILE", description = "A spreadsheet.")
		private Path file = Path.of("");

		@Option(names = "--profile", required = true, paramLabel = "FILE", description = "The agency's profile.")
		private Path profile = Path.of("");

		FileCheck check(AgencyId agency, Path client) throws IOException, InterruptedException {
			try (InputStream yaml = Files.newInputStream(this.profile)) {
				return new FileCheck(agency,
						new Mapping(new Profiles(KnownReference.of(HubClient.of(client))).read(yaml)), this.file);
			}
		}

	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		AgencyId agency = new AgencyId(this.id);
		List<Point> points = new ArrayList<>(new TopicCheck(agency, HubClient.of(this.client)).points());
		if (this.endpoint != null) {
			points.addAll(this.endpoint.check(agency).points());
		}
		if (this.sheet != null) {
			points.addAll(this.sheet.check(agency, this.client).points());
		}
		PrintWriter out = this.spec.commandLine().getOut();
		points.forEach((point) -> point.print(out));
		long failed = points.stream().filter((point) -> point.trouble().isPresent()).count();
		out.printf("%nผ่าน / passed: %d · ไม่ผ่าน / failed: %d%n", points.size() - failed, failed);
		return (failed == 0) ? 0 : 1;
	}

}
