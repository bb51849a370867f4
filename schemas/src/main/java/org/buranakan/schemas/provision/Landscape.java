package org.buranakan.schemas.provision;

import java.util.ArrayList;
import java.util.List;

import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Role;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;

/**
 * What is to be there.
 *
 * @param agencies who publishes; each gets a topic of every agency's kind
 * @param accounts who may connect, the agencies among them
 * @param replicas how many brokers keep each record; 1 where there is one broker
 */
public record Landscape(List<AgencyId> agencies, List<Account> accounts, int replicas) {

	public Landscape {
		agencies = List.copyOf(agencies);
		accounts = List.copyOf(accounts);
		if (agencies.stream().distinct().count() != agencies.size()) {
			throw new IllegalArgumentException("An agency is listed twice: " + agencies);
		}
		if (accounts.stream().map((account) -> account.principal().name()).distinct().count() != accounts.size()) {
			throw new IllegalArgumentException("A principal has two accounts: " + accounts);
		}
		if (replicas < 1) {
			throw new IllegalArgumentException("Records need at least one replica, not " + replicas);
		}
	}

	List<Principal> principals() {
		return this.accounts.stream().map(Account::principal).toList();
	}

	/**
	 * All topics of the catalogue for these agencies and accounts, except what exists
	 * only where a database is captured: Connect and the connector create it.
	 */
	List<Topic> topics() {
		List<Topic> topics = new ArrayList<>();
		for (Topics kind : Topics.values()) {
			if (Topics.ofAgencies().contains(kind)) {
				this.agencies.forEach((agency) -> topics.add(kind.of(agency)));
			}
			else if (kind == Topics.ACT) {
				actors().forEach((actor) -> topics.add(kind.of(actor)));
			}
			else if (kind != Topics.RAW) {
				topics.add(kind.topic());
			}
		}
		return topics;
	}

	private List<Principal> actors() {
		return principals().stream()
			.filter((principal) -> principal.role() == Role.AUDITOR || principal.role() == Role.OPERATOR)
			.toList();
	}

}
