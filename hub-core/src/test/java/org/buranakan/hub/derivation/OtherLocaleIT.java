package org.buranakan.hub.derivation;

import java.time.LocalDate;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.hub.overview.ReadingHub;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.platform.Database;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Derived rows do not depend on how the database sorts text.
 */
@OnDatabase
class OtherLocaleIT {

	/** As no alphabet does: codi after all other agencies, 1 after 9. */
	private static final String STRANGE_ORDER = "&z < c &9 < 1";

	@Autowired
	private BeanFactory here;

	@Test
	void theFingerprintIsTheSameWhereTextSortsDifferently() {
		// Given
		Database strange = SharedPlatform.get().newDatabaseSortedBy(STRANGE_ORDER);
		Fingerprint expected = derived(this.here);
		// When
		try (var elsewhere = new SpringApplicationBuilder(ReadingHub.class).run("--spring.config.name=hub",
				"--server.port=0", "--spring.datasource.url=" + strange.url(),
				"--spring.datasource.username=" + strange.owner().user(),
				"--spring.datasource.password=" + strange.owner().password())) {
			Fingerprint found = derived(elsewhere);
			// Then
			assertThat(sortsStrangely(elsewhere)).isTrue();
			assertThat(found.rows()).isEqualTo(expected.rows()).isPositive();
			assertThat(found.sha256()).isEqualTo(expected.sha256());
		}
	}

	private static Fingerprint derived(BeanFactory hub) {
		FoldedEvents events = hub.getBean(FoldedEvents.class);
		events.forget();
		events.publish(new PilotData().reference());
		events.publish(new Generator(900, 23).events().toList());
		events.today(LocalDate.of(2022, 2, 7));
		hub.getBean(Derivation.class).passOverEverything();
		return hub.getBean(Fingerprints.class).take();
	}

	private static boolean sortsStrangely(BeanFactory hub) {
		return hub.getBean(JdbcClient.class).sql("SELECT 'codi' > 'pacc' AND '1' > '9'").query(Boolean.class).single();
	}

}
