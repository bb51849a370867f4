package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.schemas.provision.Membership;
import org.buranakan.schemas.topic.AgencyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "rotate", mixinStandardHelpOptions = true,
		description = { "Gives an agency a new password and a new token in two steps, so that there is no gap:",
				"first the new ones are made and the older ones are accepted too; once everything of the agency",
				"uses the new ones, --finish ends the older." })
final class AgencyRotate implements Callable<Integer> {

	@Mixin
	private Joining joining = new Joining();

	@Option(names = "--finish", description = "Ends every password and token but the kit's newest.")
	private boolean finish;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		AgencyId agency = this.joining.agency();
		Administrator administrator = Administrator.of(this.joining.administrator());
		Kit kit = this.joining.kit();
		PrintWriter out = this.spec.commandLine().getOut();
		try (Admin admin = administrator.admin()) {
			Membership membership = new Membership(admin, administrator.registrar());
			if (this.finish) {
				membership.keepOnly(agency, kit.mechanism());
				kit.keepOnlyTheNewest();
				out.println("The older password and token of " + agency + " are refused from now on.");
				return 0;
			}
			Secret password = Secret.random();
			ScramMechanism mechanism = membership.rotate(agency, password.value());
			kit.renew(ClientProperties.of(administrator, agency, password, mechanism));
			out.printf(
					"%s has a new password and a new token, in %s (client.properties, token); the older ones are accepted until:%n  agency rotate %s --finish …%n",
					agency, kit.directory(), agency);
		}
		return 0;
	}

}
