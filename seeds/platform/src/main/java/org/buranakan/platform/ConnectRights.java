package org.buranakan.platform;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The names and rights of CODI's Connect worker: its own topics, group and transactional
 * ids, and {@code raw.codi.*}.
 */
final class ConnectRights {

	static final String PRINCIPAL = "codi-connect";

	/** The worker's group, and the start of the names of its topics. */
	static final String GROUP = "connect.codi";

	private ConnectRights() {
	}

	static List<AclBinding> bindings() {
		List<AclBinding> all = new ArrayList<>();
		allow(all, ResourceType.TOPIC, GROUP + ".", PatternType.PREFIXED, AclOperation.ALL);
		for (AclOperation operation : List.of(AclOperation.CREATE, AclOperation.WRITE, AclOperation.DESCRIBE)) {
			allow(all, ResourceType.TOPIC, "raw.codi.", PatternType.PREFIXED, operation);
		}
		allow(all, ResourceType.GROUP, GROUP, PatternType.LITERAL, AclOperation.READ);
		// The leader's transactional id is "connect-cluster-<group>", a task's
		// "<group>-<connector>-<number>".
		for (AclOperation operation : List.of(AclOperation.WRITE, AclOperation.DESCRIBE)) {
			allow(all, ResourceType.TRANSACTIONAL_ID, "connect-cluster-" + GROUP, PatternType.LITERAL, operation);
			allow(all, ResourceType.TRANSACTIONAL_ID, GROUP + "-", PatternType.PREFIXED, operation);
		}
		return all;
	}

	private static void allow(List<AclBinding> all, ResourceType type, String name, PatternType pattern,
			AclOperation operation) {
		all.add(new AclBinding(new ResourcePattern(type, name, pattern),
				new AccessControlEntry("User:" + PRINCIPAL, "*", operation, AclPermissionType.ALLOW)));
	}

}
