package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.BudgetPosted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A value that the hub finds sound and PostgreSQL cannot take. None is known, so a
 * trigger of the database stands for it, in the live view and in every copy of it.
 */
class UnstorableIT {

	private static final String TRIGGER = """
			CREATE FUNCTION public.cannot_store() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN
				IF NEW.id = 'NEVER' OR NEW.id = 'FIRST' AND NEW.revision = 1 THEN
					RAISE EXCEPTION 'too much' USING ERRCODE = '22003';
				END IF;
				RETURN NEW;
			END $$;
			CREATE FUNCTION public.in_every_copy() RETURNS event_trigger LANGUAGE plpgsql AS $$
			DECLARE made record;
			BEGIN
				FOR made IN SELECT object_identity FROM pg_event_trigger_ddl_commands()
					WHERE object_identity LIKE '%.posting' OR object_identity LIKE '%.activity'
				LOOP
					EXECUTE 'CREATE TRIGGER cannot_store BEFORE INSERT ON ' || made.object_identity
						|| ' FOR EACH ROW EXECUTE FUNCTION public.cannot_store()';
				END LOOP;
			END $$;
			CREATE EVENT TRIGGER in_every_copy ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
				EXECUTE FUNCTION public.in_every_copy();
			""";

	/** As thorough as somebody would be who may write all of the hub's tables. */
	private static final String FORGERY = """
			WITH gone AS (DELETE FROM posting WHERE id = (SELECT min(id) FROM posting) RETURNING *),
			counted AS (UPDATE hub.log l SET applied = applied - 1, rejected = rejected + 1 FROM gone WHERE l.id = gone.log_id),
			derived AS (INSERT INTO dirty (kind, key)
				SELECT split_part(touched, '/', 1), substr(touched, strpos(touched, '/') + 1) FROM gone, unnest(touches) touched
				ON CONFLICT DO NOTHING)
			INSERT INTO hub.rejection (log_id, log_offset, at, code, reason_th, reason_en, remedy_th, remedy_en)
			SELECT log_id, log_offset, recorded_at, 'UNSTORABLE', 'ก', 'a', 'ก', 'a' FROM gone""";

	private static final int EVENTS = 700;

	private final Agencies agencies = new Agencies(SharedPlatform.get(), "unstorable");

	private final HubUnderTest hub = new HubUnderTest(this.agencies);

	private final List<SpecificRecord> events = Renamed
		.events(this.agencies.names().getFirst(), EVENTS, 53, new Disturbance(40, 40, 40))
		.toList();

	@AfterEach
	void stop() {
		this.hub.close();
		this.agencies.close();
	}

	/** A replay writes many times over, or once. */
	@ParameterizedTest
	@ValueSource(strings = { "8KB", "8MB" })
	void itIsRejectedAloneAlsoWhereItIsCorrectedLaterAndAReplayComesToTheSame(String memory) throws Exception {
		// Given
		String never = id(this.events.stream().filter(BudgetPosted.class::isInstance).skip(20));
		Set<String> stated = new HashSet<>();
		SpecificRecord correction = this.events.stream()
			.filter(ActivityRecorded.class::isInstance)
			.filter((event) -> !stated.add(Envelope.of(event).entityId()) && Envelope.of(event).revision() == 2)
			.findFirst()
			.orElseThrow();
		String first = Envelope.of(correction).entityId();
		superuser(this.hub).sql(TRIGGER.replace("NEVER", never).replace("FIRST", first)).update();
		this.hub.with("hub.intake.replay-memory", memory).start();
		// When
		int corrected = this.events.indexOf(correction);
		publish(this.events.subList(0, corrected));
		publish(this.events.subList(corrected, this.events.size()));
		this.hub.drains();
		// Then
		assertThat(rejected())
			.isEqualTo(copies(this.events, never, 1) + copies(this.events.subList(0, corrected), first, 1));
		assertThat(rows("posting", never)).isZero();
		assertThat(rows("activity", first)).isOne();
		assertThat(replay().path("state").asString()).isEqualTo("EQUAL");
		// When
		this.hub.sql().sql("DELETE FROM hub.rejection").update();
		// Then
		JsonNode without = replay();
		assertThat(without.path("state").asString()).isEqualTo("FAILED");
		assertThat(without.path("failure").asString()).contains("22003");
	}

	@Test
	void noRejectionThatSomebodyWroteByHandExcusesAMissingRow() {
		// Given
		this.hub.start();
		publish(this.events);
		this.hub.drains();
		assertThat(replay().path("state").asString()).isEqualTo("EQUAL");
		// When
		this.hub.sql().sql(FORGERY).update();
		this.hub.drains();
		// Then
		assertThat(replay().path("state").asString()).isEqualTo("DIFFERENT");
	}

	private static String id(Stream<SpecificRecord> events) {
		return events.map((event) -> Envelope.of(event).entityId()).findFirst().orElseThrow();
	}

	private static long copies(List<SpecificRecord> events, String id, long revision) {
		long copies = events.stream()
			.map(Envelope::of)
			.filter((event) -> event.entityId().equals(id) && event.revision() == revision)
			.count();
		assertThat(copies).isPositive();
		return copies;
	}

	private void publish(List<SpecificRecord> some) {
		some.forEach(this.agencies::publish);
		this.agencies.flush();
		this.hub.catchesUp();
	}

	private JsonNode replay() {
		return new Auditor(this.hub).replays();
	}

	private long rejected() {
		return this.hub.sql()
			.sql("SELECT count(*) FROM hub.rejection WHERE code = 'UNSTORABLE'")
			.query(Long.class)
			.single();
	}

	private long rows(String table, String id) {
		return this.hub.sql()
			.sql("SELECT count(*) FROM " + table + " WHERE id = :id")
			.param("id", id)
			.query(Long.class)
			.single();
	}

	private static JdbcClient superuser(HubUnderTest hub) throws IOException {
		Properties passwords = new Properties();
		try (InputStream in = Files.newInputStream(SharedPlatform.get().credentials("passwords"))) {
			passwords.load(in);
		}
		return JdbcClient.create(new DriverManagerDataSource(hub.database().url(), "postgres",
				passwords.getProperty("postgresql.postgres")));
	}

}
