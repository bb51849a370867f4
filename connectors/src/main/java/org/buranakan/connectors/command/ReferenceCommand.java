package org.buranakan.connectors.command;

import picocli.CommandLine.Command;

@Command(name = "reference", mixinStandardHelpOptions = true,
		description = "Areas, organisations and code lists: data, never code.",
		subcommands = { ReferenceLoad.class, ReferenceDate.class })
final class ReferenceCommand {

}
