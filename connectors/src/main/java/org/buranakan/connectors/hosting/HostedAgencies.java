package org.buranakan.connectors.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.publish.Publisher;
import org.buranakan.connectors.reference.ReferenceFollower;

/** All hosted agencies, and the reference data that their mappings share. */
public final class HostedAgencies implements AutoCloseable {

	private final ReferenceFollower reference;

	private final List<HostedAgency> agencies;

	private HostedAgencies(ReferenceFollower reference, List<HostedAgency> agencies) {
		this.reference = reference;
		this.agencies = agencies;
	}

	/** Opens them; the reference data is read with the credentials of any. */
	static HostedAgencies open(ConnectorsSettings settings, Clock clock) {
		Map<ConnectorsSettings.Agency, HubClient> clients = new LinkedHashMap<>();
		settings.agencies().forEach((agency) -> clients.put(agency, client(agency)));
		ReferenceFollower reference = new ReferenceFollower(List.copyOf(clients.values()));
		Profiles profiles = new Profiles(reference.reference());
		List<HostedAgency> agencies = clients.entrySet()
			.stream()
			.map((agency) -> agency(agency.getKey(), agency.getValue(), profiles, clock))
			.toList();
		reference.start(agencies.stream()
			.flatMap((agency) -> agency.mapping().profile().reference().stream())
			.collect(Collectors.toSet()));
		return new HostedAgencies(reference, agencies);
	}

	/** In the order of the configuration. */
	public List<HostedAgency> all() {
		return this.agencies;
	}

	/**
	 * The agency of that id.
	 * @param property what names it, for who has to mend it
	 * @throws IllegalArgumentException if no such agency is hosted
	 */
	public HostedAgency named(String id, String property) {
		return this.agencies.stream()
			.filter((agency) -> agency.id().value().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					property + " names " + id + ", which buranakan.connectors.agencies does not host"));
	}

	/** Whether what the agency's profile refers to is known. */
	public boolean isCurrent(HostedAgency agency) {
		return this.reference.isCurrent(agency.mapping().profile().reference());
	}

	/**
	 * Waits until what the agency's profile refers to is known.
	 * @throws HubUnreachable if it is not known in time, or could not be read when it was
	 * tried last
	 */
	public void requireCurrent(HostedAgency agency, Duration patience) {
		Optional<HubUnreachable> trouble = this.reference.trouble();
		try {
			if (!this.reference.awaitCurrent(agency.mapping().profile().reference(),
					trouble.isPresent() ? Duration.ZERO : patience)) {
				throw trouble.filter(HubUnreachable::isRefusal)
					.orElseGet(() -> new HubUnreachable("The reference data is not read yet"));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new HubUnreachable("Interrupted while waiting for reference data", ex);
		}
	}

	/** What is known of areas and code lists, and whether it is current. */
	public ReferenceFollower reference() {
		return this.reference;
	}

	@Override
	public void close() {
		this.reference.close();
		this.agencies.forEach((agency) -> agency.publisher().close());
	}

	private static HostedAgency agency(ConnectorsSettings.Agency settings, HubClient client, Profiles profiles,
			Clock clock) {
		Profile profile = profile(settings, profiles);
		return new HostedAgency(settings, new Mapping(profile), new Publisher(client, profile, clock), client);
	}

	private static Profile profile(ConnectorsSettings.Agency settings, Profiles profiles) {
		try (InputStream in = settings.profile().getInputStream()) {
			Profile profile = profiles.read(in);
			if (!profile.agency().equals(settings.agency())) {
				throw new IllegalArgumentException(
						settings.profile() + " is the profile of " + profile.agency() + ", not of " + settings.id());
			}
			return profile;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mapping profile of " + settings.id() + " cannot be read", ex);
		}
	}

	private static HubClient client(ConnectorsSettings.Agency settings) {
		try {
			return HubClient.of(settings.credentials());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The client properties of " + settings.id() + " cannot be read", ex);
		}
	}

}
