package org.buranakan.schemas.provision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** The principals' logins. A password given anew replaces the one before. */
final class Users {

	private static final int ITERATIONS = 4096;

	private final Admin admin;

	Users(Admin admin) {
		this.admin = admin;
	}

	void provide(List<Account> accounts) {
		alter("create users",
				accounts.stream().map((account) -> login(account, ScramMechanism.SCRAM_SHA_512)).toList());
	}

	/** Adds the account's password under this mechanism, beside what it has. */
	void add(Account account, ScramMechanism mechanism) {
		alter("add a password", List.of(login(account, mechanism)));
	}

	/** Takes the password under this mechanism away. */
	void remove(String user, Set<ScramMechanism> mechanisms) {
		alter("remove passwords",
				mechanisms.stream()
					.<UserScramCredentialAlteration>map((mechanism) -> new UserScramCredentialDeletion(user, mechanism))
					.toList());
	}

	/** Under which mechanisms the user has passwords; empty where it cannot log in. */
	Set<ScramMechanism> mechanisms(String user) {
		return Answers.of("describe users", this.admin.describeUserScramCredentials().all())
			.values()
			.stream()
			.filter((known) -> known.name().equals(user))
			.map(UserScramCredentialsDescription::credentialInfos)
			.flatMap(List::stream)
			.map(ScramCredentialInfo::mechanism)
			.collect(Collectors.toSet());
	}

	private static UserScramCredentialAlteration login(Account account, ScramMechanism mechanism) {
		return new UserScramCredentialUpsertion(account.principal().name(),
				new ScramCredentialInfo(mechanism, ITERATIONS), account.password());
	}

	private void alter(String what, List<UserScramCredentialAlteration> alterations) {
		if (!alterations.isEmpty()) {
			Answers.of(what, this.admin.alterUserScramCredentials(alterations).all());
		}
	}

}
