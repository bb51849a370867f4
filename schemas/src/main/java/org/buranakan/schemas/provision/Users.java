package org.buranakan.schemas.provision;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * The principals' logins. A password given anew replaces the one before. One that ends is
 * replaced too, by one that nobody knows, never removed: where a broker starts and finds
 * a removal among what it reads in one go, Kafka (4.2 to 4.4, {@code ScramDelta.apply})
 * may forget the logins of all users, its superuser's too, at this start and at every
 * later one.
 */
final class Users {

	private static final int ITERATIONS = 4096;

	/** How often a password is hashed that has ended: all that Kafka tells of it. */
	private static final int ENDED = ITERATIONS + 1;

	private static final SecureRandom RANDOM = new SecureRandom();

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

	/** The password under this mechanism is accepted no more. */
	void end(String user, Set<ScramMechanism> mechanisms) {
		byte[] nobodyKnows = new byte[32];
		RANDOM.nextBytes(nobodyKnows);
		alter("end passwords",
				mechanisms.stream()
					.<UserScramCredentialAlteration>map((mechanism) -> new UserScramCredentialUpsertion(user,
							new ScramCredentialInfo(mechanism, ENDED), nobodyKnows))
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
			.filter((password) -> password.iterations() != ENDED)
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
