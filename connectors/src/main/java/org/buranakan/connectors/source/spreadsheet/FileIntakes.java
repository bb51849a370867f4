package org.buranakan.connectors.source.spreadsheet;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.schemas.topic.AgencyId;

/** Of each agency the one by which all of its files go. */
record FileIntakes(Map<AgencyId, FileIntake> intakes) {

	static FileIntakes of(Collection<HostedAgency> agencies) {
		return new FileIntakes(
				agencies.stream().collect(Collectors.toUnmodifiableMap(HostedAgency::id, FileIntake::new)));
	}

	FileIntake of(HostedAgency agency) {
		return Objects.requireNonNull(this.intakes.get(agency.id()));
	}

}
