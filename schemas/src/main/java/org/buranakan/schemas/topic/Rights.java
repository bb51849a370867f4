package org.buranakan.schemas.topic;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The access control lists that the catalogue implies; whatever they do not allow is
 * denied. A principal that may do the same to every topic under a prefix gets the prefix,
 * which always ends in a dot; all else is literal, because Kafka cannot say
 * {@code agency.*.plan}. Reading and writing imply describing.
 */
public final class Rights {

	/** Kafka's name for every authenticated principal. */
	public static final String EVERYONE = "User:*";

	private final Set<AclBinding> bindings = new LinkedHashSet<>();

	private final Collection<AgencyId> agencies;

	private Rights(Collection<AgencyId> agencies) {
		this.agencies = agencies;
	}

	/** All rights of the principals where the agencies publish. */
	public static Set<AclBinding> of(Collection<Principal> principals, Collection<AgencyId> agencies) {
		Rights rights = new Rights(agencies);
		rights.allowEveryone();
		for (Principal principal : principals) {
			rights.allowTopics(principal, AclOperation.READ);
			rights.allowTopics(principal, AclOperation.WRITE);
			rights.allowGroups(principal);
			if (principal.role() == Role.CONNECT) {
				ConnectCluster cluster = new ConnectCluster(principal.ownership());
				rights.allow(principal.kafkaName(), prefix(ResourceType.TOPIC, cluster.rawPrefix() + "."),
						AclOperation.CREATE, AclOperation.DESCRIBE_CONFIGS);
				rights.allowConnect(principal, cluster);
			}
			if (principal.role() == Role.HUB_CONNECT) {
				rights.allowConnect(principal, ConnectCluster.HUB);
			}
		}
		return rights.bindings;
	}

	private void allowEveryone() {
		for (Topics kind : Topics.values()) {
			if (kind.readableByEveryone()) {
				allowEach(EVERYONE, kind, AclOperation.READ);
			}
		}
	}

	private void allowTopics(Principal principal, AclOperation operation) {
		allowAgencies(principal, operation);
		for (Topics kind : Topics.values()) {
			if (!kind.isOwned() && may(principal, operation, kind, "")) {
				allow(principal.kafkaName(), topic(kind.topic().name()), operation);
			}
		}
		String owner = principal.ownership();
		if (may(principal, operation, Topics.RAW, owner)) {
			allow(principal.kafkaName(), prefix(ResourceType.TOPIC, "raw." + owner + "."), operation);
		}
		if (may(principal, operation, Topics.ACT, "")) {
			allow(principal.kafkaName(), prefix(ResourceType.TOPIC, "audit."), operation);
		}
		else if (may(principal, operation, Topics.ACT, owner)) {
			allow(principal.kafkaName(), topic(Topics.ACT.of(principal).name()), operation);
		}
	}

	private void allowAgencies(Principal principal, AclOperation operation) {
		if (Topics.ofAgencies().stream().allMatch((kind) -> may(principal, operation, kind, ""))) {
			allow(principal.kafkaName(), prefix(ResourceType.TOPIC, "agency."), operation);
			return;
		}
		String owner = principal.ownership();
		if (Topics.ofAgencies().stream().allMatch((kind) -> may(principal, operation, kind, owner))) {
			allow(principal.kafkaName(), prefix(ResourceType.TOPIC, "agency." + owner + "."), operation);
			return;
		}
		for (Topics kind : Topics.ofAgencies()) {
			if (!kind.readableByEveryone() && may(principal, operation, kind, "")) {
				allowEach(principal.kafkaName(), kind, operation);
			}
		}
	}

	private void allowEach(String kafkaName, Topics kind, AclOperation operation) {
		if (!kind.isOwned()) {
			allow(kafkaName, topic(kind.topic().name()), operation);
			return;
		}
		for (AgencyId agency : this.agencies) {
			allow(kafkaName, topic(kind.of(agency).name()), operation);
		}
	}

	private void allowGroups(Principal principal) {
		allow(principal.kafkaName(), prefix(ResourceType.GROUP, principal.groupPrefix()), AclOperation.READ);
		if (principal.role() == Role.HUB) {
			allow(principal.kafkaName(), new ResourcePattern(ResourceType.GROUP, Topics.HUB_GROUP, PatternType.LITERAL),
					AclOperation.READ);
		}
	}

	private void allowConnect(Principal principal, ConnectCluster cluster) {
		ResourcePattern internal = prefix(ResourceType.TOPIC, cluster.prefix());
		String name = principal.kafkaName();
		allow(name, internal, AclOperation.CREATE, AclOperation.DESCRIBE_CONFIGS, AclOperation.READ,
				AclOperation.WRITE);
		allow(name, prefix(ResourceType.GROUP, cluster.prefix()), AclOperation.READ);
		allow(name, prefix(ResourceType.TRANSACTIONAL_ID, cluster.prefix()), AclOperation.WRITE);
		allow(name, prefix(ResourceType.TRANSACTIONAL_ID, cluster.leaderPrefix()), AclOperation.WRITE);
	}

	private static boolean may(Principal principal, AclOperation operation, Topics kind, String owner) {
		return (operation == AclOperation.WRITE) ? kind.writableBy(principal, owner)
				: kind.readableBy(principal, owner);
	}

	private void allow(String kafkaName, ResourcePattern resource, AclOperation... operations) {
		for (AclOperation operation : operations) {
			this.bindings.add(new AclBinding(resource,
					new AccessControlEntry(kafkaName, "*", operation, AclPermissionType.ALLOW)));
		}
	}

	private static ResourcePattern topic(String name) {
		return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
	}

	private static ResourcePattern prefix(ResourceType type, String prefix) {
		return new ResourcePattern(type, prefix, PatternType.PREFIXED);
	}

}
