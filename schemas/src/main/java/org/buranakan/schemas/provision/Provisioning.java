package org.buranakan.schemas.provision;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.topic.Topic;

/**
 * Makes Kafka and the registry what the catalogue says for one landscape. The
 * administrator and the registrar are handed in with their credentials and stay the
 * caller's to close.
 */
public final class Provisioning {

	private final Admin admin;

	private final Registrar registrar;

	public Provisioning(Admin admin, Registrar registrar) {
		this.admin = admin;
		this.registrar = registrar;
	}

	/**
	 * Creates what is missing and returns once every part of it can be used. Who was
	 * revoked stays so.
	 * @throws ProvisioningException if something that is there contradicts the catalogue
	 */
	public Provisioned provision(Landscape landscape) {
		new Users(this.admin).provide(landscape.accounts()
			.stream()
			.collect(Collectors.toMap((account) -> account.principal().name(), Account::password)));
		return layOut(landscape);
	}

	/** As {@link #provision}, but leaves everyone's password as it is. */
	Provisioned layOut(Landscape landscape) {
		Map<Topic, Uuid> topicIds = new TopicCreation(this.admin, landscape.replicas()).provide(landscape.topics());
		new AccessLists(this.admin).provide(landscape.principals(), landscape.agencies());
		new Subjects(this.registrar).provide(landscape.topics());
		Set<Topic> pending = new FirstOffsets(this.admin).provide(landscape.topics());
		return new Provisioned(topicIds, pending);
	}

}
