package org.buranakan.connectors.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.reference.PilotReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AllowancesTests {

	private static final String PROFILE = """
			agency: pacoc-20
			system: test
			era: buddhist
			sources:
			  - name: counts
			    push: count
			    columns: {id: [id]}
			    events:
			      - family: plan
			        key: "{id}"
			        fields: {}
			""";

	@Test
	void aQuestionDoesNotShortenTheWaitThatWasToldForALargeRequest() throws IOException {
		// Given
		HostedAgency agency = agency();
		Allowances allowances = new Allowances(
				new AccessSettings(Duration.ofSeconds(30), 60, 60_000, Duration.ofMinutes(10)));
		allowances.begin(agency);
		allowances.cover(agency, 60);
		assertThat(catchThrowableOfType(TurnedAway.class, () -> allowances.cover(agency, 60))).isNotNull();
		// When
		assertThat(catchThrowableOfType(TurnedAway.class, () -> allowances.ask(agency))).isNotNull();
		TurnedAway again = catchThrowableOfType(TurnedAway.class, () -> allowances.begin(agency));
		// Then
		assertThat(again.answer().getHeaders().getFirst("Retry-After")).asInt().isGreaterThan(50);
	}

	private static HostedAgency agency() throws IOException {
		Mapping mapping = new Mapping(new Profiles(PilotReference.book())
			.read(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8))));
		return HostedAgency.rehearsing(mapping, new Rehearsal(mapping.profile(), Clock.systemUTC()).publisher());
	}

}
