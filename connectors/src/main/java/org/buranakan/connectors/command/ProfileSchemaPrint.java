package org.buranakan.connectors.command;

import java.util.concurrent.Callable;

import org.buranakan.connectors.mapping.ProfileSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "schema", mixinStandardHelpOptions = true,
		description = "Prints the form of a profile as a JSON Schema, for editors.")
final class ProfileSchemaPrint implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		this.spec.commandLine().getOut().print(new ProfileSchema().json());
		this.spec.commandLine().getOut().flush();
		return 0;
	}

}
