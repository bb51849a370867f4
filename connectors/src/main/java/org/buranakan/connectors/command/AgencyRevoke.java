package org.buranakan.connectors.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.admin.Admin;
import org.buranakan.schemas.provision.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "revoke", mixinStandardHelpOptions = true,
		description = "Refuses an agency from now on, on open connections too. What it published stays.")
final class AgencyRevoke implements Callable<Integer> {

	@Mixin
	private Joining joining = new Joining();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		Administrator administrator = Administrator.of(this.joining.administrator());
		try (Admin admin = administrator.admin()) {
			new Membership(admin, administrator.registrar()).revoke(this.joining.agency());
		}
		this.spec.commandLine()
			.getOut()
			.println(this.joining.agency() + " is refused from now on; agency add lets it in again.");
		return 0;
	}

}
