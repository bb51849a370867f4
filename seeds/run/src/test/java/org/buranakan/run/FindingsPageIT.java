package org.buranakan.run;

import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.hub.command.Commands;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.ActivityRecorded;
import org.buranakan.schemas.event.ActivityStatus;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.DatePrecision;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.wire.ContractSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is said of findings, and reports that contradict each other, on the page. */
class FindingsPageIT {

	private static PilotRun run;

	@RegisterExtension
	private static final Browser browser = new Browser();

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
	}

	@Test
	void anAuditorsActShowsByItselfWithWhoAndWhy() {
		// Given
		String id = run.read("findings?status=OPEN&rule=left-out&size=1").path("items").path(0).path("id").asString();
		Page page = browser.visit(run.page().toString());
		page.locator("#findings [data-focus=whole]").click();
		Locator card = page.locator("#findings .finding[data-key='" + id + "']");
		assertThat(card).isVisible();
		// When
		assertThat(act("acknowledge", id)).isZero();
		// Then
		assertThat(card).containsText("รับทราบแล้ว");
		assertThat(card).containsText("รับทราบข้อสังเกต โดย auditor");
		// When
		assertThat(act("dismiss", id, "--reason-th", "ลงพื้นที่เดือนหน้า", "--reason-en", "Visited next month"))
			.isZero();
		// Then
		assertThat(card).hasCount(0);
		page.locator("#findings [data-focus=history]").click();
		assertThat(card).containsText("ยุติพร้อมเหตุผล");
		assertThat(card).containsText("ลงพื้นที่เดือนหน้า");
		page.locator("[data-language=en]").click();
		assertThat(card).containsText("Visited next month");
		// When
		assertThat(act("reopen", id)).isZero();
		// Then
		assertThat(run.read("findings/" + id).path("status").asString()).isEqualTo("OPEN");
	}

	@Test
	void whatTheReportsOfOneActivitySayIsShownSideBySide() throws Exception {
		// Given
		JsonNode led = run.read("activities?agency=codi&status=DONE&size=1").path("items").path(0);
		String lead = led.path("id").asString();
		Page page = browser.visit(run.page().toString());
		try {
			// When
			publish(report(led, ActivityStatus.DONE, 1));
			// Then
			page.locator("#findings [data-focus=whole]").click();
			Locator card = page.locator("#findings .finding[data-key='contradiction:" + lead + "']");
			assertThat(card).containsText("รายงานกิจกรรมเดียวกันไม่ตรงกัน");
			assertThat(page.locator(".gantt .item .contradicted").first()).isVisible();
			card.locator("button.title").click();
			page.locator("#dialog .links button").first().click();
			Locator differing = page.locator("#dialog .contradiction").filter(new FilterOptions().setHasText("วันที่"));
			assertThat(differing).containsText("ใช้ค่าของผู้รับผิดชอบหลัก");
			differing.locator("summary").click();
			assertThat(differing.locator("blockquote")).hasCount(2);
			assertThat(differing).containsText("agency.pacoc-19.activity");
		}
		finally {
			publish(report(led, ActivityStatus.WITHDRAWN, 2));
		}
	}

	private static int act(String deed, String finding, String... options) {
		String[] arguments = { "audit", "act", deed, finding, "--as", run.credentials("auditor").toString(), "--hub",
				run.page().toString() };
		return Commands
			.run(Stream.concat(List.of(arguments).stream(), List.of(options).stream()).toArray(String[]::new));
	}

	/** Of the same activity two days later, as a partner states it. */
	private static ActivityRecorded report(JsonNode led, ActivityStatus status, long revision) {
		EntityId id = EntityId.parse("pacoc-19:joint").orElseThrow();
		LocalDate day = LocalDate.parse(led.path("endsOn").asString()).plusDays(2);
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		return ActivityRecorded.newBuilder()
			.setEntityId(id.toString())
			.setRevision(revision)
			.setEventId(EventId.of(Family.ACTIVITY, id, revision).value())
			.setAgency("pacoc-19")
			.setOccurredAt(now)
			.setRecordedAt(now)
			.setSource(new Source(SourceKind.DIRECT, "test", "test", "1"))
			.setBasis(Basis.REPORTED)
			.setSameAs(led.path("id").asString())
			.setKind(led.path("kind").path("code").asString())
			.setTitle(new LocalizedText("ร่วมจัด", "Held together"))
			.setAreas(led.path("areas").valueStream().map((area) -> area.path("code").asString()).toList())
			.setStartsOn(day)
			.setEndsOn(day)
			.setDatePrecision(DatePrecision.DAY)
			.setStatus(status)
			.setOrganiser("pacoc-19")
			.build();
	}

	private static void publish(ActivityRecorded event) throws Exception {
		Properties file = new Properties();
		try (InputStream in = Files.newInputStream(run.credentials("pacoc-19"))) {
			file.load(in);
		}
		Map<String, Object> client = new HashMap<>();
		file.forEach((name, value) -> client.put(name.toString(), value));
		client.put("acks", "all");
		client.put("key.serializer", StringSerializer.class);
		client.put("value.serializer", ContractSerializer.class);
		try (var producer = new KafkaProducer<String, SpecificRecord>(client)) {
			ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>("agency.pacoc-19.activity",
					event.getEntityId(), event);
			CloudEvent.of(event).writeTo(record.headers());
			producer.send(record).get();
		}
	}

}
