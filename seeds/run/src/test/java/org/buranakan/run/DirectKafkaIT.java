package org.buranakan.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.buranakan.connectors.command.Commands;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.wire.ContractSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** An agency that writes its own topics itself, with a client that is none of ours. */
class DirectKafkaIT {

	private static final String SOUND = "pacoc-19";

	private static final String WRONG = "pacoc-23";

	private static final String COUNT = """
			{"id": "%s", "occurredAt": 1643680800000, "basis": "ILLUSTRATIVE", "area": "%s", "channel": "page", "topic": null,
			 "periodStart": 18962, "periodEnd": 18992, "received": %d, "resolved": null, "pending": null,
			 "status": "COUNTED", "filledIn": []}""";

	private static PilotRun run;

	private static ForeignClient client;

	@TempDir
	private Path folder;

	@BeforeAll
	static void thePilotRuns() throws Exception {
		run = PilotRun.shared();
		client = ForeignClient.installed();
	}

	@Test
	void contentIsPublishedOnceAndAgainOnlyWhenItChanges() throws Exception {
		// When
		int first = publish(COUNT.formatted("D-1", "190101", 3), COUNT.formatted("D-2", "190101", 4));
		int again = publish(COUNT.formatted("D-1", "190101", 3), COUNT.formatted("D-2", "190101", 4));
		int changed = publish(COUNT.formatted("D-1", "190101", 3), COUNT.formatted("D-2", "190101", 5));
		// Then
		assertThat(List.of(first, again, changed)).containsExactly(2, 0, 1);
		assertThat(check(SOUND)).doesNotContain("✗").contains("✓ คีย์ ส่วนหัว และเนื้อหาตรงกัน");
	}

	@Test
	void aRecordInAnothersNameIsRejectedRaisedAndFoundByTheCheck() throws Exception {
		// When
		write(count("codi", WRONG));
		// Then
		Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			JsonNode rejected = run.read("rejections?agency=" + WRONG).path("items");
			assertThat(rejected).extracting((item) -> item.path("code").asString()).contains("FOREIGN_AGENCY");
		});
		assertThat(run.read("rejections?agency=" + WRONG).toString()).containsPattern("\\p{IsThai}");
		assertThat(run.read("agencies/codi").path("events").path("rejected").asLong()).isZero();
		assertThat(check(WRONG)).contains("✗ คีย์ ส่วนหัว และเนื้อหาตรงกัน", "agency." + WRONG + ".complaint@",
				"FOREIGN_AGENCY");
	}

	private int publish(String... items) throws Exception {
		Path list = Files.writeString(this.folder.resolve("items.json"), "[" + String.join(",", items) + "]");
		return client.publishes(SOUND, run.credentials(SOUND), "complaint", list);
	}

	private static String check(String agency) {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		Commands.run(new PrintStream(printed, true, StandardCharsets.UTF_8), "agency", "check", agency, "--client",
				run.credentials(agency).toString());
		return printed.toString(StandardCharsets.UTF_8);
	}

	/** Sound but for the agency that it names. */
	private static ComplaintCounted count(String named, String owner) {
		EntityId entity = new EntityId(new AgencyId(named), "D-3");
		Instant then = Instant.parse("2022-02-01T00:00:00Z");
		return ComplaintCounted.newBuilder()
			.setEntityId(entity.toString())
			.setRevision(1)
			.setEventId(EventId.of(Family.COMPLAINT, entity, 1).value())
			.setAgency(named)
			.setOccurredAt(then)
			.setRecordedAt(then)
			.setSource(new Source(SourceKind.DIRECT, owner, "", ""))
			.setBasis(Basis.ILLUSTRATIVE)
			.setArea("190101")
			.setChannel("page")
			.setPeriodStart(LocalDate.of(2021, 12, 1))
			.setPeriodEnd(LocalDate.of(2021, 12, 31))
			.setReceived(1)
			.setStatus(CountStatus.COUNTED)
			.build();
	}

	private static void write(ComplaintCounted count) throws Exception {
		Properties agency = PropertiesLoaderUtils.loadProperties(new FileSystemResource(run.credentials(WRONG)));
		agency.put("key.serializer", StringSerializer.class.getName());
		agency.put("value.serializer", ContractSerializer.class.getName());
		try (Producer<String, SpecificRecord> producer = new KafkaProducer<>(agency)) {
			ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>("agency." + WRONG + ".complaint",
					count.getEntityId(), count);
			CloudEvent.of(count).writeTo(record.headers());
			producer.send(record).get();
		}
	}

}
