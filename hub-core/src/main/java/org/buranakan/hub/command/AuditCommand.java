package org.buranakan.hub.command;

import picocli.CommandLine.Command;

@Command(name = "audit", mixinStandardHelpOptions = true,
		description = "Checks what a hub shows against the logs, and puts on record what is said of its findings and logs.",
		subcommands = { AuditReplay.class, AuditAct.class, AuditAccept.class })
final class AuditCommand {

}
