package org.buranakan.hub.overview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A file that is longer than any buffer is whole, or does not look so, and holds nobody
 * up for long.
 */
@OnDatabase
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongFilesIT {

	/** Several times what is fetched, and many times what is sent, at a time. */
	private static final int MANY = 600;

	/**
	 * Of such titles, 600 are more than all buffers between the database and a reader
	 * that stopped.
	 */
	private static final int LONG_TITLE = 20_000;

	private static final String READERS = """
			FROM pg_stat_activity WHERE application_name = 'hub-reading' AND datname = current_database() AND xact_start IS NOT NULL
			""";

	private static final Pattern ID = Pattern.compile("codi:training-\\d+");

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	private final List<InputStream> open = new ArrayList<>();

	@BeforeAll
	void reference() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
		activities("training", MANY, 20);
		activities("broken", MANY, 20);
		this.database.sql("UPDATE activity SET basis = 'NONE', starts_on = '2022-09-30' WHERE id = 'codi:broken-1'")
			.update();
		activities("long", MANY, LONG_TITLE);
		this.database
			.sql("""
					INSERT INTO activity_area
					SELECT id, 0, '110103', starts_on, ends_on, status, kind, agency, same_as IS NOT NULL, participants_target, participants FROM activity
					""")
			.update();
		// As the server does by itself within a minute.
		this.database.sql("ANALYZE activity, activity_area").update();
	}

	@AfterEach
	void close() throws IOException {
		for (InputStream file : this.open) {
			file.close();
		}
		this.open.clear();
	}

	@Test
	void everyActivityIsInTheFileOnce() throws IOException {
		assertThat(new String(open("csv?kind=training").readAllBytes(), StandardCharsets.UTF_8).lines()
			.flatMap((line) -> ID.matcher(line).results())
			.map(MatchResult::group)).hasSize(MANY).doesNotHaveDuplicates();
	}

	@Test
	void aFileThatBreaksOffHasNoEndAndNobodyTriesToAnswerAfterIt(CapturedOutput log) throws IOException {
		for (String suffix : List.of("csv", "xlsx", "ics")) {
			assertThat(untilItBreaks(open(suffix + "?kind=broken"))).as(suffix).isNotEmpty().doesNotContain("problem");
		}
		assertThat(log).doesNotContain("Failure in @ExceptionHandler");
	}

	@Test
	void aFileWhoseDatabaseConnectionIsCutHasNoEnd() throws IOException {
		InputStream file = open("csv?kind=long");
		assertThat(
				this.database.sql("SELECT count(pg_terminate_backend(pid)) " + READERS).query(Integer.class).single())
			.isOne();
		assertThat(untilItBreaks(file)).contains("ประเภท").doesNotContain("problem");
	}

	@Test
	void whoeverComesWhileAllPlacesAreTakenWaitsAndIsToldToComeBack() throws IOException {
		for (int i = 0; i < 3; i++) {
			open("csv?kind=long");
		}
		HubClient.Answer answer = this.hub.ask("GET", "/api/v1/action-plan.ics?kind=training");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.headers().firstValue("retry-after")).hasValue("30");
		assertThat(answer.json().path("detail").asString()).contains("try again");
		assertThat(answer.json().path("detailTh").asString()).contains("โปรดลองใหม่");
		assertThat(this.hub.read("/action-plan?size=1&kind=training").path("total").intValue()).isEqualTo(MANY);
	}

	/** A file of which the beginning has been sent. */
	private InputStream open(String suffix) throws IOException {
		InputStream file = this.hub.open("/api/v1/action-plan." + suffix);
		this.open.add(file);
		return file;
	}

	private static String untilItBreaks(InputStream file) {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		assertThatThrownBy(() -> file.transferTo(read)).isInstanceOf(IOException.class);
		return read.toString(StandardCharsets.UTF_8);
	}

	private void activities(String kind, int number, int title) {
		this.database
			.sql("""
					INSERT INTO activity SELECT r.* FROM generate_series(1, :number) n, jsonb_populate_record(NULL::activity,
					    jsonb_build_object('id', 'codi:' || :kind || '-' || n, 'agency', 'codi', 'revision', 1, 'basis', 'REPORTED',
					        'kind', :kind, 'title_th', repeat('ก', :title) || md5(n::text), 'starts_on', '2022-01-24', 'ends_on', '2022-09-30',
					        'date_precision', 'DAY', 'status', 'PLANNED', 'organiser', 'codi', 'partners', '[]'::jsonb,
					        'indicators', '[]'::jsonb, 'filled_in', '[]'::jsonb, 'occurred_at', '2022-01-24T03:00:00Z',
					        'recorded_at', '2022-01-24T03:00:00Z', 'log_id', 1, 'log_offset', n,
					        'event_id', '00000000-0000-5000-8000-000000000000', 'content_hash', '\\x00', 'touches', '[]'::jsonb)) r
					""")
			.param("number", number)
			.param("kind", kind)
			.param("title", title)
			.update();
	}

}
