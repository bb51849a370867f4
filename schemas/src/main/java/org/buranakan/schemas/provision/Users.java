package org.buranakan.schemas.provision;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * The users' logins. A password given anew replaces the one before. One that ends is
 * replaced too, by one that nobody knows, never removed: where a broker starts and finds
 * a removal among what it reads in one go, Kafka (seen in 4.2.2 to 4.4.0:
 * {@code ScramDelta.apply}) may forget the logins of all users, its superuser's too, at
 * this start and at every later one.
 */
public final class Users {

	/**
	 * How often a password is hashed is all that Kafka tells of it, so it says what the
	 * password is: one that was provided, one that has ended, one that was given by name.
	 * These stand in Kafka, so never others.
	 */
	private static final int PROVIDED = 4096;

	private static final int ENDED = 4097;

	private static final int GIVEN = 4098;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Admin admin;

	/** The administrator stays the caller's to close. */
	public Users(Admin admin) {
		this.admin = admin;
	}

	/**
	 * Sets the passwords, but of users who have left, or were given another since.
	 * @param passwords by user
	 */
	public void provide(Map<String, String> passwords) {
		Map<String, List<ScramCredentialInfo>> known = known();
		alter("create users",
				passwords.entrySet()
					.stream()
					.filter((user) -> known.getOrDefault(user.getKey(), List.of())
						.stream()
						.allMatch((password) -> password.iterations() == PROVIDED))
					.<UserScramCredentialAlteration>map((user) -> new UserScramCredentialUpsertion(user.getKey(),
							new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, PROVIDED), user.getValue()))
					.toList());
	}

	/** Adds the password under this mechanism, beside what the user has. */
	void add(Account account, ScramMechanism mechanism) {
		alter("add a password", List.of(new UserScramCredentialUpsertion(account.principal().name(),
				new ScramCredentialInfo(mechanism, GIVEN), account.password())));
	}

	/** The user's passwords under these mechanisms are accepted no more. */
	void end(String user, Set<ScramMechanism> mechanisms) {
		byte[] nobodyKnows = new byte[32];
		RANDOM.nextBytes(nobodyKnows);
		// Of a user Kafka alters one password a request.
		mechanisms.forEach((mechanism) -> alter("end a password", List
			.of(new UserScramCredentialUpsertion(user, new ScramCredentialInfo(mechanism, ENDED), nobodyKnows))));
	}

	/** None of the user's passwords is accepted any more. */
	void end(String user) {
		end(user,
				known().getOrDefault(user, List.of())
					.stream()
					.map(ScramCredentialInfo::mechanism)
					.collect(Collectors.toSet()));
	}

	/** Under which mechanisms the user has passwords; empty where it cannot log in. */
	Set<ScramMechanism> mechanisms(String user) {
		return known().getOrDefault(user, List.of())
			.stream()
			.filter((password) -> password.iterations() != ENDED)
			.map(ScramCredentialInfo::mechanism)
			.collect(Collectors.toSet());
	}

	private Map<String, List<ScramCredentialInfo>> known() {
		return Answers.of("describe users", this.admin.describeUserScramCredentials().all())
			.values()
			.stream()
			.collect(Collectors.toMap(UserScramCredentialsDescription::name,
					UserScramCredentialsDescription::credentialInfos));
	}

	private void alter(String what, List<UserScramCredentialAlteration> alterations) {
		if (!alterations.isEmpty()) {
			Answers.of(what, this.admin.alterUserScramCredentials(alterations).all());
		}
	}

}
