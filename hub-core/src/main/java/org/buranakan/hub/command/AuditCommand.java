package org.buranakan.hub.command;

import picocli.CommandLine.Command;

@Command(name = "audit", mixinStandardHelpOptions = true, description = "Checks what a hub shows against the logs.",
		subcommands = AuditReplay.class)
final class AuditCommand {

}
