package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.mapping.Reference;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.source.push.TriedItems;
import org.buranakan.connectors.source.spreadsheet.TriedFile;
import org.buranakan.schemas.record.SourceRefused;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "try", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Prints what each row of a file would become, and what would be refused; publishes nothing.",
				"Ends with 1 if anything is refused." })
final class ProfileTry implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "FILE",
			description = "A spreadsheet (.xlsx, .csv, .tsv), or a body to push (.json, .ndjson).")
	private Path file = Path.of("");

	@Option(names = "--profile", required = true, paramLabel = "FILE", description = "The profile, YAML.")
	private Path profile = Path.of("");

	@ArgGroup(multiplicity = "1")
	private KnownReference reference = new KnownReference();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	private final Clock clock = Clock.systemUTC();

	@Override
	public Integer call() throws IOException, InterruptedException {
		Mapping mapping = mapping(this.reference.read());
		Rehearsal rehearsal = new Rehearsal(mapping.profile(), this.clock);
		HostedAgency agency = HostedAgency.rehearsing(mapping, rehearsal.publisher());
		Trial trial = isJson() ? pushed(agency, rehearsal) : handedIn(agency, rehearsal);
		trial.print(this.spec.commandLine().getOut());
		return trial.refused().isEmpty() ? 0 : 1;
	}

	private Trial pushed(HostedAgency agency, Rehearsal rehearsal) throws IOException {
		List<SourceRefused> refused = TriedItems.take(agency, Files.readAllBytes(this.file), this.clock.instant());
		return new Trial(Trial.events(rehearsal.published()), refused);
	}

	private Trial handedIn(HostedAgency agency, Rehearsal rehearsal) throws IOException {
		TriedFile.take(agency, this.file);
		return new Trial(Trial.events(rehearsal.published()), Trial.refusals(rehearsal.published()));
	}

	private Mapping mapping(Reference known) throws IOException {
		try (InputStream yaml = Files.newInputStream(this.profile)) {
			return new Mapping(new Profiles(known).read(yaml));
		}
	}

	private boolean isJson() {
		String name = this.file.toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".json") || name.endsWith(".ndjson");
	}

}
