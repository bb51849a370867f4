package org.buranakan.connectors.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

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
			Principal login = Principal.agency(agency);
			Principal worker = Principal.connect(agency);
			boolean capturing = membership.has(worker);
			if (this.finish) {
				ScramMechanism newest = newest(membership, login, kit.mechanism());
				if (capturing) {
					ScramMechanism ofWorker = newest(membership, worker, kit.worker().mechanism());
					membership.keepOnly(worker, ofWorker);
				}
				membership.keepOnly(login, newest);
				kit.keepOnlyTheNewest();
				out.println("The older password and token of " + agency + " are refused from now on.");
				return 0;
			}
			if (capturing) {
				kit.worker().requireLogin();
				renew(administrator, membership, worker, kit.worker()::renew);
			}
			renew(administrator, membership, login, kit::renew);
			out.printf(
					"%s has a new password and a new token, in %s; the older ones are accepted too.%nStart its connector%s again, so that they use the new ones, and then end the older:%n  agency rotate %s --finish …%n",
					agency, kit.directory(), capturing ? " and its Connect worker" : "", agency);
		}
		return 0;
	}

	private static void renew(Administrator administrator, Membership membership, Principal principal,
			Consumer<Map<String, String>> file) {
		Secret password = Secret.random();
		file.accept(ClientProperties.of(administrator, principal, password,
				membership.rotate(principal, password.value())));
	}

	/** Ending all others must not lock the principal out. */
	private static ScramMechanism newest(Membership membership, Principal principal, ScramMechanism ofKit) {
		if (!membership.has(principal, ofKit)) {
			throw new IllegalStateException("The kit's password of " + principal.name()
					+ " is not accepted: point --kits to the newest kit, or make one: --new-kit. Nothing was ended");
		}
		return ofKit;
	}

}
