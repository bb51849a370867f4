package org.buranakan.hub.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The first word decides: one of these commands, or else the hub runs. */
@Command(name = "hub", mixinStandardHelpOptions = true,
		description = "Buranakan's hub. Without a command it runs, as hub.yml says.",
		subcommands = { AuditCommand.class, PersonCommand.class, CommandLine.HelpCommand.class })
public final class Commands {

	private static final Set<String> WORDS = Set.of("audit", "person", "help", "--help", "-h");

	private Commands() {
	}

	/** Whether these arguments are a command. */
	public static boolean claims(String... arguments) {
		return arguments.length > 0 && WORDS.contains(arguments[0]);
	}

	/**
	 * Carries a command out.
	 * @return what it ends with; 2 with the reason on standard error, also for its usage
	 */
	public static int run(String... arguments) {
		return run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
	}

	/** As {@link #run(String...)}, for who wants to hear what is printed. */
	public static int run(PrintStream out, String... arguments) {
		return new CommandLine(new Commands()).setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setExecutionExceptionHandler((failure, command, parsed) -> {
				command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
				return CommandLine.ExitCode.USAGE;
			})
			.execute(arguments);
	}

}
