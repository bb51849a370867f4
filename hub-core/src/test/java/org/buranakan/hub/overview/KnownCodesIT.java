package org.buranakan.hub.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Codes that nobody knows are no questions.
 */
@OnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownCodesIT {

	@Autowired
	private FoldedEvents events;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeAll
	void publish() {
		this.hub = new HubClient(this.port);
		this.events.forget();
		this.events.publish(new PilotData().reference());
		this.events.today(LocalDate.of(2022, 2, 7));
		this.events.publish(new Generator(700, 4711).events().toList());
	}

	@ParameterizedTest
	@CsvSource({ "/action-plan,agency,cody,/api/v1/agencies", "/plans,agency,ปปท,/api/v1/agencies",
			"/rollout,zone,network-20,pacc-zone-1", "/action-plan.csv,zone,nobody,pacc-zone-2",
			"/milestones,province,99,/api/v1/areas", "/findings,area,119999,/api/v1/areas",
			"/activities,kind,traning,training", "/results,kind,x,area-visit", "/complaints,channel,fax,chat",
			"/budget/postings,restriction,none,training-rule" })
	void aCodeThatNobodyKnowsIsAProblemThatSaysWhereCodesAre(String path, String parameter, String code, String where) {
		String asked = URLEncoder.encode(code, StandardCharsets.UTF_8);
		HubClient.Answer answer = this.hub.ask("GET", "/api/v1%s?%s=%s".formatted(path, parameter, asked));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("code").asString()).isEqualTo("bad-parameter");
		assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
		assertThat(answer.json().path("detail").asString()).contains(parameter, code, where);
		assertThat(answer.json().path("detailTh").asString()).contains(parameter, code, where).matches(".*[ก-๙].*");
	}

	@Test
	void aCodeThatHasEndedOrThatOnlyFactsHaveIsKnown() {
		this.events.publish(
				ActivityRecorded
					.newBuilder(new Generator(700, 4711).events()
						.filter(ActivityRecorded.class::isInstance)
						.map(ActivityRecorded.class::cast)
						.findFirst()
						.orElseThrow())
					.setKind("nowhere-listed")
					.setRevision(99)
					.build(),
				ReferenceRecorded.newBuilder(new PilotData().reference().getFirst())
					.setKind("activity-kind")
					.setCode("ended")
					.setValidTo(LocalDate.of(2021, 1, 1))
					.build());
		assertThat(this.hub.read("/action-plan?kind=nowhere-listed").path("total").intValue()).isOne();
		assertThat(this.hub.read("/action-plan?kind=ended").path("total").intValue()).isZero();
		assertThat(this.hub.read("/action-plan?kind=milestone&agency=").path("total").intValue()).isPositive();
	}

}
