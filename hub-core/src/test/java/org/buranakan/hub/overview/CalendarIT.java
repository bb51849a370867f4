package org.buranakan.hub.overview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The action plan in a calendar that follows it.
 */
@OnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarIT {

	@Autowired
	private FoldedEvents events;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	private TakenPlan plan = new TakenPlan(this.hub);

	private final ActivityRecorded training = GeneratedPlan.training();

	@BeforeAll
	void publish() {
		this.hub = new HubClient(this.port);
		this.plan = new TakenPlan(this.hub);
		GeneratedPlan.publish(this.events);
	}

	@Test
	void aCalendarThatAsksAgainGetsNothingWhileNothingChanged() {
		String address = "/api/v1/action-plan.ics?province=11";
		String tag = this.hub.ask("GET", address).headers().firstValue("etag").orElseThrow();
		HubClient.Answer again = this.hub.ask("GET", address, "If-None-Match", tag);
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(again.headers().firstValue("cache-control")).hasValue("no-cache");
		assertThat(this.hub.ask("GET", address + "&lang=en", "If-None-Match", tag).status()).isEqualTo(200);
		assertThat(this.hub.ask("GET", address + "&kind=training", "If-None-Match", tag).status()).isEqualTo(200);
		assertThat(this.hub.ask("GET", "/api/v1/action-plan.csv?province=11", "If-None-Match", tag).status())
			.isEqualTo(200);
		this.events.publish(ActivityRecorded.newBuilder(this.training).setRevision(9).build());
		assertThat(this.hub.ask("GET", address, "If-None-Match", tag).status()).isEqualTo(200);
	}

	@Test
	void anActivityIsTheSameAllDayEventInEveryCalendar() {
		VEvent event = this.plan.event("", "codi:training@buranakan");
		assertThat(event.getSummary().getValue()).isEqualTo(GeneratedPlan.FORMULA);
		assertThat(event.getSummary().getLanguage()).isEqualTo("th");
		assertThat(event.getDateStart().getValue().hasTime()).isFalse();
		assertThat(event.getDateStart().getValue().getRawComponents().toString()).contains("20220124");
		assertThat(event.getDateEnd().getValue().getRawComponents().toString()).contains("20220127");
		assertThat(event.getLocation().getValue()).startsWith("ศาลากลาง, ชั้น 2; ").contains("สมุทรปราการ");
		assertThat(event.getStatus().isConfirmed()).isTrue();
		assertThat(event.getSequence().getValue()).isEqualTo(2);
		assertThat(event.getDateTimeStamp().getValue()).isAfter(Instant.now().minusSeconds(60));
		assertThat(event.getLastModified().getValue().toInstant())
			.isEqualTo(this.training.getRecordedAt().truncatedTo(ChronoUnit.SECONDS));
		assertThat(this.plan.event("?lang=en", "codi:training@buranakan").getSummary().getValue())
			.isEqualTo("Training of leaders, Nam Chiao; day one");
		this.events.publish(
				ActivityRecorded.newBuilder(this.training).setRevision(4).setStatus(ActivityStatus.CANCELLED).build());
		assertThat(this.plan.event("", "codi:training@buranakan").getStatus().isCancelled()).isTrue();
	}

	@Test
	void theCalendarHasAnEventPerItemSaysWhichTheyAreAndIsSoundWithoutAny() {
		List<JsonNode> items = this.plan.items("?province=11");
		byte[] file = this.hub.bytes("/api/v1/action-plan.ics?province=11");
		ICalendar calendar = Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
		assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
		assertThat(calendar.getEvents().stream().map((event) -> event.getUid().getValue())).containsExactlyElementsOf(
				items.stream().map((item) -> item.path("id").asString() + "@buranakan").toList());
		assertThat(new String(file, StandardCharsets.UTF_8).split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
		assertThat(items.stream().filter((item) -> item.path("type").asString().equals("MILESTONE"))).isNotEmpty();
		String none = new String(
				this.hub.bytes("/api/v1/action-plan.ics?q=none&status=DONE&from=2022-01-01&to=2022-02-01&lang=en"),
				StandardCharsets.UTF_8);
		assertThat(Biweekly.parse(none).first().getTimezoneInfo().getComponents()).hasSize(1);
		assertThat(none.replace("\r\n ", ""))
			.contains("Joint action plan · Done · from 1 Jan 2022 · until 1 Feb 2022 · with the words “none”");
	}

}
