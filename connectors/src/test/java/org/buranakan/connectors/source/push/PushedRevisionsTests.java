package org.buranakan.connectors.source.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.mapping.Profiles;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.reference.PilotReference;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.record.SourceRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a system that counts its revisions itself is answered. */
class PushedRevisionsTests {

	private static final String PROFILE = """
			agency: pacoc-20
			system: ระบบ
			era: buddhist
			sources:
			  - name: counts
			    push: count
			    events:
			      - family: complaint
			        key: "{no}"
			        revision: {from: version}
			        fields:
			          area: {constant: "200104"}
			          channel: {constant: page}
			          periodStart: {from: month, as: period-start}
			          periodEnd: {from: month, as: period-end}
			          received: {from: received, as: quantity}
			          status: {constant: COUNTED}
			""";

	private Rehearsal rehearsal;

	private PushIntake intake;

	@BeforeEach
	void join() throws IOException {
		Mapping mapping = new Mapping(new Profiles(PilotReference.book())
			.read(new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8))));
		this.rehearsal = new Rehearsal(mapping.profile(), Clock.systemUTC());
		this.intake = new PushIntake(HostedAgency.rehearsing(mapping, this.rehearsal.publisher()));
	}

	@Test
	void itsOwnRevisionIsPublishedAndOneThatIsNotHigherIsRefusedWithThePointer() {
		// When
		PushResult result = push(item(1, "3"), item(1, "2"), item(2, "3"), item(2, "\"๑๐\""), item(3, "null"),
				item(4, "0"));
		// Then
		assertThat(result.results()).extracting((item) -> item.outcome().code())
			.containsExactly("applied", "unchanged", "refused", "applied", "applied", "refused");
		assertThat(result.results()).flatExtracting(PushResult.Item::refusals)
			.extracting((refused) -> refused.code() + " " + refused.pointer())
			.containsExactly("revision-stale /2/version", "revision-unusable /5/version");
		assertThat(this.rehearsal.published()).filteredOn((record) -> !(record instanceof SourceRefused))
			.extracting((event) -> Envelope.of(event).revision())
			.containsExactly(3L, 10L, 11L);
	}

	private PushResult push(String... items) {
		return this.intake.take(PushedItems.of(("[" + String.join(",", items) + "]").getBytes(StandardCharsets.UTF_8)),
				"r", Instant.now());
	}

	private static String item(int received, String version) {
		return "{\"type\": \"count\", \"no\": \"1\", \"month\": \"ม.ค. 2565\", \"received\": %d, \"version\": %s}"
			.formatted(received, version);
	}

}
