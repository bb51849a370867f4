package org.buranakan.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.buranakan.schemas.provision.ProvisioningException;
import org.buranakan.schemas.provision.Users;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Rights;

/**
 * Kafka's users: their SCRAM passwords, their files, and the rights of those whom the
 * platform itself needs, the Connect workers. What everybody else may do is data of the
 * project, not of the platform.
 */
final class KafkaUsers {

	private final KafkaClients clients;

	KafkaUsers(KafkaClients clients) {
		this.clients = clients;
	}

	void provide(List<String> principals) {
		Map<String, String> passwords = new LinkedHashMap<>();
		Stream.concat(principals.stream(), ConnectWorker.PRINCIPALS.stream().map(Principal::name))
			.forEach((principal) -> {
				passwords.put(principal, this.clients.login(principal).password());
				this.clients.write(principal);
			});
		this.clients.writeAdministrator();
		Set<AclBinding> rights = Rights.of(ConnectWorker.PRINCIPALS, List.of(ConnectWorker.CODI));
		try (Admin admin = Admin.create(Map.copyOf(this.clients.properties(KafkaClients.SUPERUSER)))) {
			new Users(admin).provide(passwords);
			admin.createAcls(rights).all().get();
		}
		catch (ExecutionException | ProvisioningException ex) {
			throw new PlatformFailure(PlatformFailure.Code.PART_ENDED,
					"Kafka refused to provide its users: " + ex.getMessage(),
					"Read logs/kafka.log in the data directory.", ex);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

}
