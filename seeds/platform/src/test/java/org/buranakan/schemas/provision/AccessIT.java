package org.buranakan.schemas.provision;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.EventId;
import org.buranakan.schemas.envelope.Verified;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.event.ComplaintCounted;
import org.buranakan.schemas.event.CountStatus;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may read and write what, as the broker enforces it. */
class AccessIT {

	private final Site site = new Site();

	private final Topic complaints = Topic.of(this.site.one(), Family.COMPLAINT);

	@BeforeEach
	void provision() {
		this.site.provision();
	}

	@AfterEach
	void close() {
		this.site.close();
	}

	@Test
	void auditorHubAndTheAgencyItselfReadWhatTheAgencyWrote() throws ExecutionException, InterruptedException {
		ComplaintCounted complaint = complaint(this.site.one());
		write(Principal.agency(this.site.one()), this.complaints, complaint);

		for (Principal reader : List.of(Principal.auditor(), Principal.hub(), Principal.agency(this.site.one()))) {
			ConsumerRecord<String, SpecificRecord> record = read(reader, this.complaints).getFirst();
			assertThat(record.value()).isEqualTo(complaint);
			assertThat(Verified.of(this.complaints, record.key().getBytes(StandardCharsets.UTF_8), record.value(),
					record.headers()))
				.isInstanceOf(Verified.Agreed.class);
		}
	}

	@Test
	void dashboardIsRefusedOnAgenciesTopicsAndReadsTheView() {
		assertRefusedReading(Principal.dashboard(), this.complaints);
		assertThat(read(Principal.dashboard(), Topics.VIEW_PLAN.topic())).isEmpty();
	}

	@Test
	void agencyIsRefusedOnAnothersTopics() {
		Principal other = Principal.agency(this.site.two());

		assertRefusedReading(other, this.complaints);
		assertRefusedWriting(other, this.complaints, complaint(this.site.one()));
	}

	@Test
	void auditorHubAndDashboardCannotWriteForAnAgency() {
		for (Principal reader : List.of(Principal.auditor(), Principal.hub(), Principal.dashboard())) {
			assertRefusedWriting(reader, this.complaints, complaint(this.site.one()));
		}
	}

	private void assertRefusedReading(Principal principal, Topic topic) {
		assertThatExceptionOfType(TopicAuthorizationException.class).isThrownBy(() -> read(principal, topic))
			.satisfies((ex) -> assertThat(ex.unauthorizedTopics()).containsExactly(topic.name()));
	}

	private void assertRefusedWriting(Principal principal, Topic topic, SpecificRecord value) {
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> write(principal, topic, value))
			.withCauseInstanceOf(TopicAuthorizationException.class);
	}

	private void write(Principal principal, Topic topic, SpecificRecord value)
			throws ExecutionException, InterruptedException {
		ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>(topic.name(), (String) value.get(0),
				value);
		CloudEvent.of(value).writeTo(record.headers());
		try (Producer<String, SpecificRecord> producer = this.site.producer(principal)) {
			producer.send(record).get();
		}
	}

	private List<ConsumerRecord<String, SpecificRecord>> read(Principal principal, Topic topic) {
		TopicPartition partition = new TopicPartition(topic.name(), 0);
		try (Consumer<String, SpecificRecord> consumer = this.site.consumer(principal)) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
			List<ConsumerRecord<String, SpecificRecord>> records = new ArrayList<>();
			while (consumer.position(partition) < end) {
				consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
			}
			return records;
		}
	}

	private static ComplaintCounted complaint(AgencyId agency) {
		EntityId entity = new EntityId(agency, "เพจ-2565-01");
		return ComplaintCounted.newBuilder()
			.setEntityId(entity.toString())
			.setRevision(1)
			.setEventId(EventId.of(Family.COMPLAINT, entity, 1).value())
			.setAgency(agency.value())
			.setOccurredAt(Instant.parse("2022-01-24T02:00:00Z"))
			.setRecordedAt(Instant.parse("2022-01-24T02:00:01Z"))
			.setSource(new Source(SourceKind.PUSH, "แบบฟอร์ม", "request-1", "/0"))
			.setBasis(Basis.REPORTED)
			.setArea("20")
			.setChannel("page")
			.setPeriodStart(LocalDate.of(2022, 1, 1))
			.setPeriodEnd(LocalDate.of(2022, 1, 31))
			.setReceived(3)
			.setStatus(CountStatus.COUNTED)
			.build();
	}

}
