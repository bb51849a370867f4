package org.buranakan.hub.overview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A file of a nation's plan is whole, or does not look so.
 */
@OnDatabase
class LongFilesIT {

	private static final int MANY = 20_000;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeEach
	void reference() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
	}

	@Test
	void everyOneOfAHundredThousandActivitiesIsInTheFile() throws IOException {
		activities(MANY);
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.hub.open("/api/v1/action-plan.csv"), StandardCharsets.UTF_8))) {
			assertThat(lines.lines().filter((line) -> line.contains("codi:n-")).count()).isEqualTo(MANY);
		}
	}

	@Test
	void aFileThatBreaksOffDoesNotLookWhole() {
		activities(3_000);
		this.database.sql("UPDATE activity SET basis = 'NONE', starts_on = '2022-09-30' WHERE id = 'codi:n-1'")
			.update();
		for (String suffix : new String[] { "csv", "xlsx", "ics" }) {
			assertThatThrownBy(() -> this.hub.bytes("/api/v1/action-plan." + suffix)).as(suffix)
				.hasRootCauseInstanceOf(IOException.class);
		}
		assertThat(this.hub.ask("GET", "/api/v1/action-plan.csv?q=2999").status()).isEqualTo(200);
	}

	private void activities(int number) {
		this.database
			.sql("""
					INSERT INTO activity SELECT r.* FROM generate_series(1, :number) n, jsonb_populate_record(NULL::activity,
					    jsonb_build_object('id', 'codi:n-' || n, 'agency', 'codi', 'revision', 1, 'basis', 'REPORTED',
					        'kind', 'training', 'title_th', 'อบรมแกนนำ ' || n, 'starts_on', '2022-01-24', 'ends_on', '2022-01-24',
					        'date_precision', 'DAY', 'status', 'PLANNED', 'organiser', 'codi', 'partners', '[]'::jsonb,
					        'indicators', '[]'::jsonb, 'filled_in', '[]'::jsonb, 'occurred_at', '2022-01-24T03:00:00Z',
					        'recorded_at', '2022-01-24T03:00:00Z', 'log_id', 1, 'log_offset', n,
					        'event_id', '00000000-0000-5000-8000-000000000000', 'content_hash', '\\x00', 'touches', '[]'::jsonb)) r
					""")
			.param("number", number)
			.update();
		this.database.sql("INSERT INTO activity_area SELECT id, 0, '110103' FROM activity").update();
		// As the server does by itself within a minute.
		this.database.sql("ANALYZE activity, activity_area").update();
	}

}
