package org.buranakan.connectors.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The first word decides: one of these commands, or else the connectors run. */
@Command(name = "connectors", mixinStandardHelpOptions = true,
		description = "Buranakan's connectors. Without a command they run, as connectors.yml says.", subcommands = {
				AgencyCommand.class, ReferenceCommand.class, ProfileCommand.class, CommandLine.HelpCommand.class })
public final class Commands {

	private static final Set<String> WORDS = Set.of("agency", "reference", "profile", "help", "--help", "-h");

	private Commands() {
	}

	/** Whether these arguments are a command. */
	public static boolean claims(String... arguments) {
		return arguments.length > 0 && WORDS.contains(arguments[0]);
	}

	/**
	 * Carries a command out.
	 * @return 0; 1 with the reason on standard error; 2 with the usage
	 */
	public static int run(String... arguments) {
		return run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
	}

	/** As {@link #run(String...)}, for who wants to hear what is printed. */
	public static int run(PrintStream out, String... arguments) {
		return new CommandLine(new Commands()).setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8))
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setExecutionExceptionHandler((failure, command, parsed) -> {
				command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
				return command.getCommandSpec().exitCodeOnExecutionException();
			})
			.execute(arguments);
	}

}
