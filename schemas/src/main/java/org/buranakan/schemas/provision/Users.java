package org.buranakan.schemas.provision;

import java.util.List;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** The principals' logins. A password given anew replaces the one before. */
final class Users {

	private static final ScramCredentialInfo SCRAM = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

	private final Admin admin;

	Users(Admin admin) {
		this.admin = admin;
	}

	void provide(List<Account> accounts) {
		List<UserScramCredentialAlteration> users = accounts.stream()
			.<UserScramCredentialAlteration>map((account) -> new UserScramCredentialUpsertion(
					account.principal().name(), SCRAM, account.password()))
			.toList();
		Answers.of("create users", this.admin.alterUserScramCredentials(users).all());
	}

}
