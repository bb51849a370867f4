package org.buranakan.connectors.command;

import picocli.CommandLine.Command;

@Command(name = "agency", mixinStandardHelpOptions = true,
		description = "Lets an agency join, checks what it does, changes its password, or lets it leave.",
		subcommands = { AgencyAdd.class, AgencyCheck.class, AgencyRotate.class, AgencyRevoke.class })
final class AgencyCommand {

}
