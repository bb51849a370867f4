package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.event.BudgetPosted;
import org.junit.jupiter.api.Test;
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
				IF NEW.id = 'THE ONE' THEN RAISE EXCEPTION 'too much' USING ERRCODE = '22003'; END IF;
				RETURN NEW;
			END $$;
			CREATE FUNCTION public.in_every_copy() RETURNS event_trigger LANGUAGE plpgsql AS $$
			DECLARE made record;
			BEGIN
				FOR made IN SELECT object_identity FROM pg_event_trigger_ddl_commands() WHERE object_identity LIKE '%.posting'
				LOOP
					EXECUTE 'CREATE TRIGGER cannot_store BEFORE INSERT ON ' || made.object_identity
						|| ' FOR EACH ROW EXECUTE FUNCTION public.cannot_store()';
				END LOOP;
			END $$;
			CREATE EVENT TRIGGER in_every_copy ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
				EXECUTE FUNCTION public.in_every_copy();
			""";

	@Test
	void itIsRejectedAloneAndAReplayComesToTheSame() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "unstorable");
				HubUnderTest hub = new HubUnderTest(agencies)) {
			// Given
			List<SpecificRecord> events = Renamed
				.events(agencies.names().getFirst(), 700, 53, new Disturbance(40, 40, 40))
				.toList();
			String unstorable = events.stream()
				.filter(BudgetPosted.class::isInstance)
				.map((event) -> Envelope.of(event).entityId())
				.skip(20)
				.findFirst()
				.orElseThrow();
			superuser(hub).sql(TRIGGER.replace("THE ONE", unstorable)).update();
			events.forEach(agencies::publish);
			agencies.flush();
			// When
			hub.start().catchesUp();
			hub.drains();
			JsonNode replay = new Auditor(hub).replays();
			// Then
			assertThat(hub.sql()
				.sql("SELECT count(*) FROM hub.rejection WHERE code = 'UNSTORABLE'")
				.query(Long.class)
				.single())
				.isEqualTo(events.stream().filter((event) -> Envelope.of(event).entityId().equals(unstorable)).count());
			assertThat(hub.sql()
				.sql("SELECT count(*) FROM posting WHERE id = :id")
				.param("id", unstorable)
				.query(Long.class)
				.single()).isZero();
			assertThat(hub.sql().sql("SELECT count(*) FROM posting").query(Long.class).single()).isGreaterThan(20);
			assertThat(replay.path("state").asString()).as(replay.toPrettyString()).isEqualTo("EQUAL");
		}
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
