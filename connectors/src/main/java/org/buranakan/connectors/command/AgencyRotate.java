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
		description = { "Gives an agency a new password in two steps, so that there is no gap:",
				"first the new one is made and both are accepted; once everything of the agency uses it,",
				"--finish ends the old one." })
final class AgencyRotate implements Callable<Integer> {

	@Mixin
	private Joining joining = new Joining();

	@Option(names = "--finish", description = "Ends every password but the kit's.")
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
				out.println("The older password of " + agency + " is refused from now on.");
				return 0;
			}
			Secret password = Secret.random();
			ScramMechanism mechanism = membership.rotate(agency, password.value());
			kit.renew(ClientProperties.of(administrator, agency, password, mechanism));
			out.printf(
					"%s has a new password, in %s; the older one is accepted until:%n  agency rotate %s --finish …%n",
					agency, kit.directory().resolve("client.properties"), agency);
		}
		return 0;
	}

}
