package org.buranakan.connectors.source.push;

import java.util.List;

import org.buranakan.connectors.hosting.Hindrance;
import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.hosting.SourceState;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it stands with what an agency handed in. */
@RestController
class StateController {

	private final HostedAgencies agencies;

	private final List<SourceState> sources;

	StateController(HostedAgencies agencies, List<SourceState> sources) {
		this.agencies = agencies;
		this.sources = sources;
	}

	/**
	 * What waits.
	 *
	 * @param waiting files and changes that are not published yet
	 * @param reachable whether the hub took what was sent last; it is tried again and
	 * again
	 * @param hindrances what else keeps files and changes waiting
	 */
	record State(long waiting, boolean reachable, List<Hindrance> hindrances) {
	}

	/** How it stands with the bearer's agency. */
	@GetMapping("/v1/state")
	State state(@AuthenticationPrincipal HostedAgency agency) {
		long waiting = this.sources.stream().mapToLong((source) -> source.waiting(agency.id())).sum();
		List<Hindrance> hindrances = this.sources.stream()
			.flatMap((source) -> source.hindrance(agency.id()).stream())
			.toList();
		return new State(waiting, agency.publisher().trouble().isEmpty() && this.agencies.isCurrent(agency),
				hindrances);
	}

}
