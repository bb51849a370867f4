package org.buranakan.schemas.provision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Rights;

/**
 * The rights of the catalogue, no fewer and no more for the principals at hand. Rights of
 * principals that it does not know, and of everyone, are only added to. What is denied
 * stays so until {@link #admit}.
 */
final class AccessLists {

	private final Admin admin;

	AccessLists(Admin admin) {
		this.admin = admin;
	}

	void provide(List<Principal> principals, List<AgencyId> agencies) {
		Set<AclBinding> wanted = Rights.of(principals, agencies);
		Set<AclBinding> there = there();
		Answers.of("grant rights", this.admin.createAcls(without(wanted, there)).all());
		Set<String> ours = new HashSet<>(principals.stream().map(Principal::kafkaName).toList());
		Set<AclBinding> surplus = new HashSet<>(without(there, wanted));
		surplus.removeIf((right) -> !ours.contains(right.entry().principal()) || isDenial(right));
		Answers.of("withdraw rights", this.admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all());
		Answers.await("grant rights", () -> {
			Set<AclBinding> now = there();
			return now.containsAll(wanted) && surplus.stream().noneMatch(now::contains);
		});
	}

	/**
	 * Denies everything to principals that have left: brokers refuse their next request,
	 * on connections that are open too. {@link #admit} lets them in again.
	 */
	void revoke(List<Principal> principals) {
		Set<AclBinding> denials = new HashSet<>();
		for (Principal principal : principals) {
			AccessControlEntry nothing = new AccessControlEntry(principal.kafkaName(), "*", AclOperation.ALL,
					AclPermissionType.DENY);
			for (ResourceType type : List.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)) {
				denials.add(new AclBinding(new ResourcePattern(type, "*", PatternType.LITERAL), nothing));
			}
		}
		Answers.of("deny rights", this.admin.createAcls(denials).all());
		Set<String> names = new HashSet<>(principals.stream().map(Principal::kafkaName).toList());
		List<AclBindingFilter> rights = without(there(), denials).stream()
			.filter((right) -> names.contains(right.entry().principal()))
			.map(AclBinding::toFilter)
			.toList();
		Answers.of("withdraw rights", this.admin.deleteAcls(rights).all());
		Answers.await("deny rights", () -> there().containsAll(denials));
	}

	/** Takes back what {@link #revoke} denied. */
	void admit(List<Principal> principals) {
		Set<String> names = new HashSet<>(principals.stream().map(Principal::kafkaName).toList());
		List<AclBinding> denials = there().stream()
			.filter(AccessLists::isDenial)
			.filter((right) -> names.contains(right.entry().principal()))
			.toList();
		Answers.of("admit again", this.admin.deleteAcls(denials.stream().map(AclBinding::toFilter).toList()).all());
		Answers.await("admit again", () -> Collections.disjoint(there(), denials));
	}

	private static boolean isDenial(AclBinding right) {
		return right.entry().permissionType() == AclPermissionType.DENY;
	}

	private Set<AclBinding> there() {
		AclBindingFilter all = new AclBindingFilter(ResourcePatternFilter.ANY,
				new AccessControlEntryFilter(null, null, AclOperation.ANY, AclPermissionType.ANY));
		return new HashSet<>(Answers.of("list rights", this.admin.describeAcls(all).values()));
	}

	private static Collection<AclBinding> without(Set<AclBinding> rights, Set<AclBinding> others) {
		Collection<AclBinding> rest = new ArrayList<>(rights);
		rest.removeAll(others);
		return rest;
	}

}
