package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.reference.ReferenceData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "check", mixinStandardHelpOptions = true,
		description = "Reads a profile; a mistake is shown with its line.")
final class ProfileCheck implements Callable<Integer> {

	private static final String COMPLETE = ", what a file lacks is withdrawn · รายการที่ไม่มีในไฟล์จะถูกถอน";

	@Option(names = "--profile", required = true, paramLabel = "FILE", description = "The profile, YAML.")
	private Path profile = Path.of("");

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		PrintWriter out = this.spec.commandLine().getOut();
		try (InputStream yaml = Files.newInputStream(this.profile)) {
			Profile read = new Profiles(ReferenceData.of(List.of())).read(yaml);
			out.printf("%s is a profile of %s · โปรไฟล์ใช้ได้%n", this.profile, read.agency());
			read.sources()
				.forEach((source) -> out.printf("  %s: %s%s%n", source.name(), source.origin(),
						source.isOfCompleteFiles() ? COMPLETE : ""));
		}
		return 0;
	}

}
