package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.schemas.provision.Membership;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "rotate", mixinStandardHelpOptions = true,
		description = { "Gives an agency a new password and a new token in two steps, so that there is no gap.",
				"First the new ones are made and the older ones are accepted too; once everything of the agency",
				"uses the new ones (a connector or worker once it is started again), --finish ends the older." })
final class AgencyRotate implements Callable<Integer> {

	@Mixin
	private Joining joining = new Joining();

	@Option(names = "--new-kit", description = { "Makes a kit where none is in --kits, such as one that was lost.",
			"Whatever uses the present login has to be given the new one before --finish." })
	private boolean newKit;

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
		if (!kit.isThere() && !this.newKit) {
			throw new IllegalStateException("No kit of " + agency + " is in " + kit.directory()
					+ ": whoever uses its login would not learn of the new one. Point --kits to it, or make one: --new-kit");
		}
		try (Admin admin = administrator.admin()) {
			Membership membership = new Membership(admin, administrator.registrar());
			if (this.finish) {
				membership.keepOnly(Principal.agency(agency), kit.mechanism());
				if (kit.worker().isThere()) {
					membership.keepOnly(Principal.connect(agency), kit.worker().mechanism());
				}
				kit.keepOnlyTheNewest();
				out.println("The older password and token of " + agency + " are refused from now on.");
				return 0;
			}
			Secret password = Secret.random();
			Principal login = Principal.agency(agency);
			ScramMechanism mechanism = membership.rotate(login, password.value());
			kit.renew(ClientProperties.of(administrator, login, password, mechanism));
			if (kit.worker().isThere()) {
				Secret another = Secret.random();
				Principal worker = Principal.connect(agency);
				kit.worker()
					.renew(ClientProperties.of(administrator, worker, another,
							membership.rotate(worker, another.value())));
			}
			out.printf(
					"%s has a new password and a new token, in %s; the older ones are accepted too.%nStart its connector%s again, so that they use the new ones, and then end the older:%n  agency rotate %s --finish …%n",
					agency, kit.directory(), kit.worker().isThere() ? " and its Connect worker" : "", agency);
		}
		return 0;
	}

}
