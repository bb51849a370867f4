package org.buranakan.hub.person;

import java.time.LocalDate;
import java.util.Locale;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One person of each role, by its name, and a refused row of each of two agencies. */
final class Cast {

	private static final String REFUSED = """
			INSERT INTO hub.refusal (log_id, place_key, log_offset, at, agency, source_kind, system, container, place, code,
			    reason_th, remedy_th, resolved)
			SELECT min(id), agency || ' row 7', 0, now(), agency, 'SPREADSHEET', 'sheets', 'plan.xlsx', 'row 7', 'bad-date', 'ก', 'ข', false
			FROM hub.log WHERE agency IN ('codi', 'pacoc-11') GROUP BY agency""";

	/** To hash one takes long on purpose. */
	private static final String SAME_PASSWORD = """
			UPDATE hub.person SET password = (SELECT password FROM hub.person WHERE name = 'officer')""";

	private Cast() {
	}

	/** There is nobody else then; returns the password of all. */
	static String entersAnew(FoldedEvents events, People people, JdbcClient database) {
		events.forget();
		events.publish(new PilotData().reference());
		events.today(LocalDate.of(2022, 2, 7));
		database.sql("DELETE FROM hub.person").update();
		database.sql("DELETE FROM hub.spring_session").update();
		database.sql("DELETE FROM hub.refusal").update();
		database.sql("INSERT INTO hub.log (topic, topic_id, agency, family) VALUES "
				+ "('agency.codi.refused', 'x', 'codi', 'refused'), ('agency.pacoc-11.refused', 'y', 'pacoc-11', 'refused') ON CONFLICT DO NOTHING")
			.update();
		database.sql(REFUSED).update();
		people.add(new Person("officer", "เจ้าหน้าที่", Role.OFFICER, "codi"), "test");
		for (Role role : new Role[] { Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR }) {
			people.add(new Person(role.name().toLowerCase(Locale.ROOT), "ผู้ทดสอบ", role, null), "test");
		}
		String password = people.renewPassword("officer", "test");
		sharePassword(database);
		return password;
	}

	/** Gives all the password of the officer. */
	static void sharePassword(JdbcClient database) {
		database.sql(SAME_PASSWORD).update();
	}

}
