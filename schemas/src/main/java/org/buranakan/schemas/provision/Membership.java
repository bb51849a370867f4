package org.buranakan.schemas.provision;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topics;

/**
 * An agency joins, changes its password and leaves, while everything runs. What it
 * published stays: topics are for ever.
 */
public final class Membership {

	private final Admin admin;

	private final Users users;

	private final AccessLists accessLists;

	private final Provisioning provisioning;

	/** The administrator stays the caller's to close. */
	public Membership(Admin admin, Registrar registrar) {
		this.admin = admin;
		this.users = new Users(admin);
		this.accessLists = new AccessLists(admin);
		this.provisioning = new Provisioning(admin, registrar);
	}

	/** Whether it has a password of this mechanism. */
	public boolean has(Principal principal, ScramMechanism mechanism) {
		return this.users.mechanisms(principal.name()).contains(mechanism);
	}

	/** Whether an agency or its Connect worker can log in. */
	public boolean has(Principal principal) {
		return !this.users.mechanisms(principal.name()).isEmpty();
	}

	/**
	 * Gives the agency its login, topics (on as many brokers as the hub's own), rights
	 * and subjects; what it has already, its password above all, stays as it is.
	 * @param password of an agency that has none
	 */
	public Provisioned join(AgencyId agency, String password) {
		Account account = new Account(Principal.agency(agency), password);
		Landscape landscape = new Landscape(List.of(agency), List.of(account), replicas());
		if (!has(account.principal())) {
			this.users.add(account, ScramMechanism.SCRAM_SHA_512);
		}
		Provisioned provisioned = this.provisioning.layOut(landscape);
		this.accessLists.admit(List.of(Principal.agency(agency), Principal.connect(agency)));
		return provisioned;
	}

	/**
	 * Gives the agency's Kafka Connect worker its login and rights.
	 * @param password of a worker that has none
	 */
	public void admitWorker(AgencyId agency, String password) {
		Principal worker = Principal.connect(agency);
		if (!has(worker)) {
			this.users.add(new Account(worker, password), ScramMechanism.SCRAM_SHA_512);
		}
		this.accessLists.provide(List.of(worker), List.of(agency));
		this.accessLists.admit(List.of(worker));
	}

	/**
	 * Gives the agency, or its Connect worker, a second password, under the SCRAM
	 * mechanism that it does not use: the first goes on being accepted until
	 * {@link #keepOnly}, so there is no moment at which neither is.
	 * @return the mechanism that goes with the new password
	 * @throws ProvisioningException if it has two already, or none
	 */
	public ScramMechanism rotate(Principal principal, String password) {
		Set<ScramMechanism> free = EnumSet.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512);
		free.removeAll(this.users.mechanisms(principal.name()));
		if (free.size() != 1) {
			throw new ProvisioningException(free.isEmpty()
					? principal.name()
							+ " has two passwords: end the older one before making a third (agency rotate --finish;"
							+ " where the kit of the newer one is lost: agency revoke, then agency add)"
					: principal.name() + " has no password to follow: it has not joined, or its access was revoked",
					null);
		}
		ScramMechanism mechanism = free.iterator().next();
		this.users.add(new Account(principal, password), mechanism);
		return mechanism;
	}

	/** Ends every password but the one that goes with this mechanism. */
	public void keepOnly(Principal principal, ScramMechanism mechanism) {
		Set<ScramMechanism> others = new HashSet<>(this.users.mechanisms(principal.name()));
		if (!others.remove(mechanism)) {
			throw new ProvisioningException(principal.name() + " has no password of " + mechanism.mechanismName()
					+ ": ending the others would lock it out", null);
		}
		this.users.end(principal.name(), others);
	}

	private int replicas() {
		String reference = Topics.REFERENCE.topic().name();
		TopicDescription description = Answers.of("describe " + reference,
				Objects.requireNonNull(this.admin.describeTopics(List.of(reference)).topicNameValues().get(reference)));
		return description.partitions().getFirst().replicas().size();
	}

	/**
	 * Refuses the agency and its Connect worker from now on, on open connections too,
	 * until they are let in by name: provisioning again does not.
	 */
	public void revoke(AgencyId agency) {
		List<Principal> principals = List.of(Principal.agency(agency), Principal.connect(agency));
		this.accessLists.revoke(principals);
		principals.forEach((principal) -> this.users.end(principal.name()));
	}

}
