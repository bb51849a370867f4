package org.buranakan.hub.guarantee;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariant 4: the view is a function of the logs, however and whenever it is folded. */
@Isolated("changes the JVM's language and time zone")
class ReplayEqualsLiveIT {

	private static final Disturbance DISTURBED = new Disturbance(40, 40, 40);

	@Test
	void whoLosesTheDatabaseAltogetherFoldsTheSameViewFromKafka() {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "early");
				HubUnderTest live = new HubUnderTest(agencies)) {
			// Given
			live.with("spring.kafka.consumer.max-poll-records", 37).start();
			Renamed.events(agencies.names().getFirst(), 700, 41, DISTURBED).forEach(agencies::publish);
			String late = agencies.join("late");
			Renamed.events(late, 700, 42, DISTURBED).forEach(agencies::publish);
			agencies.flush();
			live.catchesUp();
			live.drains();
			Fingerprint before = live.fingerprint();
			live.stop();
			// When
			List.of("DROP SCHEMA view CASCADE", "DROP SCHEMA hub CASCADE", "DROP PUBLICATION hub_view")
				.forEach((statement) -> live.sql().sql(statement).update());
			live.with("spring.kafka.consumer.max-poll-records", 20_000);
			elsewhere(() -> live.start().catchesUp());
			// Then
			live.drains();
			Fingerprint after = live.fingerprint();
			assertThat(after.facts()).isEqualTo(before.facts());
			assertThat(after.sha256()).as("derived rows too").isEqualTo(before.sha256());
			live.isTheOracles();
		}
	}

	/**
	 * In another time zone and language, where years count from the Buddha. (With Thai
	 * digits as well, Kafka's client could not even log in: it writes SCRAM's numbers in
	 * the digits of the default locale.)
	 */
	private static void elsewhere(Runnable action) {
		Locale locale = Locale.getDefault();
		TimeZone zone = TimeZone.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist"));
			TimeZone.setDefault(TimeZone.getTimeZone("Asia/Bangkok"));
			action.run();
		}
		finally {
			Locale.setDefault(locale);
			TimeZone.setDefault(zone);
		}
	}

}
