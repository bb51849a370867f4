package org.buranakan.platform;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the process that embeds the platform shows to people and programs itself.
 *
 * @param page where people find it, null where there is nothing to see
 * @param ports that it is going to listen on
 */
public record Front(@Nullable URI page, List<PortUse> ports) {

	/** Nothing but the platform. */
	public static final Front NONE = new Front(null, List.of());

	public Front {
		ports = List.copyOf(ports);
	}

	/** Refuses ports that somebody else uses. */
	void requirePorts() {
		this.ports.forEach(PortUse::requireFree);
	}

	/** What has to be chosen anew for a second run beside this one. */
	String choices() {
		String own = this.ports.stream().map((use) -> use.property() + ", ").collect(Collectors.joining());
		return "another directory with buranakan.platform.data and other ports with " + own
				+ "buranakan.platform.ports.*";
	}

}
