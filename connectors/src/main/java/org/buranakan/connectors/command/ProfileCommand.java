package org.buranakan.connectors.command;

import picocli.CommandLine.Command;

@Command(name = "profile", mixinStandardHelpOptions = true,
		description = "Tells of mapping profiles what they would do, and publishes nothing.",
		subcommands = { ProfileCheck.class, ProfileSchemaPrint.class, ProfileTry.class })
final class ProfileCommand {

}
