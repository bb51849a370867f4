package org.buranakan.platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.buranakan.schemas.topic.Rights;

/**
 * Kafka's users: their SCRAM passwords, their files, and the rights of those whom the
 * platform itself needs, the Connect workers. What everybody else may do is data of the
 * project, not of the platform.
 */
final class KafkaUsers {

	private static final int ITERATIONS = 4096;

	private final KafkaClients clients;

	KafkaUsers(KafkaClients clients) {
		this.clients = clients;
	}

	void provide(List<String> principals) {
		Set<String> all = new LinkedHashSet<>(principals);
		ConnectWorker.PRINCIPALS.forEach((principal) -> all.add(principal.name()));
		List<UserScramCredentialAlteration> users = new ArrayList<>();
		for (String principal : all) {
			users.add(new UserScramCredentialUpsertion(principal,
					new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
					this.clients.login(principal).password()));
			this.clients.write(principal);
		}
		this.clients.writeAdministrator();
		Set<AclBinding> rights = Rights.of(ConnectWorker.PRINCIPALS, List.of(ConnectWorker.CODI));
		try (Admin admin = Admin.create(Map.copyOf(this.clients.properties(KafkaClients.SUPERUSER)))) {
			admin.alterUserScramCredentials(users).all().get();
			admin.createAcls(rights).all().get();
		}
		catch (ExecutionException ex) {
			throw new PlatformFailure(PlatformFailure.Code.PART_ENDED,
					"Kafka refused to provide its users: " + ex.getMessage(),
					"Read logs/kafka.log in the data directory.", ex);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

}
