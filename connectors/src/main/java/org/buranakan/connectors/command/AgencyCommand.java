package org.buranakan.connectors.command;

import picocli.CommandLine.Command;

@Command(name = "agency", mixinStandardHelpOptions = true,
		description = "Lets an agency join, change its password, or leave.",
		subcommands = { AgencyAdd.class, AgencyRotate.class, AgencyRevoke.class })
final class AgencyCommand {

}
