package org.buranakan.connectors.command;

import java.nio.file.Path;

import org.buranakan.schemas.topic.AgencyId;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command about an agency is told. */
final class Joining {

	@Parameters(index = "0", paramLabel = "ID",
			description = "The agency's short name, for ever: lower-case letters, digits and single hyphens.")
	private String id = "";

	@Option(names = "--administrator", required = true, paramLabel = "FILE",
			description = "Client properties that may do everything in Kafka and write to the registry.")
	private Path administrator = Path.of("");

	@Option(names = "--kits", paramLabel = "DIRECTORY", defaultValue = "kits",
			description = "Where the agencies' kits lie, one folder each (default: ${DEFAULT-VALUE}).")
	private Path kits = Path.of("");

	AgencyId agency() {
		return new AgencyId(this.id);
	}

	Path administrator() {
		return this.administrator;
	}

	Kit kit() {
		return new Kit(this.kits.resolve(this.id), agency());
	}

}
