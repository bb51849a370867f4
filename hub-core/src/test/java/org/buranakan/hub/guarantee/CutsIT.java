package org.buranakan.hub.guarantee;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.buranakan.pilot.generate.Disturbance;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.record.CutTaken;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.wire.Decoding.Decoded;
import org.buranakan.schemas.wire.RecordDecoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Cuts are taken on demand and on a cadence, and each is published once. */
@Isolated("states the business date, which every hub reads")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutsIT {

	private final Agencies agencies = new Agencies(SharedPlatform.get(), "cut");

	private final String agency = this.agencies.names().getFirst();

	private final HubUnderTest hub = new HubUnderTest(this.agencies);

	private final Auditor auditor = new Auditor(this.hub);

	@BeforeAll
	void start() {
		this.agencies.commonGround();
		Renamed.events(this.agency, 60, 71, Disturbance.NONE).forEach(this.agencies::publish);
		this.agencies.flush();
		this.hub.start().catchesUp();
		this.hub.drains();
	}

	@AfterAll
	void stop() {
		this.hub.close();
		this.agencies.close();
	}

	@Test
	@Order(1)
	void aCutTakenOnDemandIsWhereEveryLogStandsAndWhatTheViewIsThere() {
		// When
		Auditor.Answer taken = this.auditor.posts("/api/v1/cuts", "");
		Auditor.Answer again = this.auditor.posts("/api/v1/cuts", "");
		// Then
		JsonNode cut = taken.json();
		assertThat(taken.status()).as(taken.body()).isEqualTo(201);
		assertThat(taken.header("Location")).hasValue("/api/v1/cuts/" + cut.path("id").asString());
		assertThat(positions(cut)).isEqualTo(this.hub.positions());
		assertThat(cut.path("fingerprint").path("sha256").asString()).isEqualTo(this.hub.fingerprint().sha256());
		assertThat(cut.path("fingerprint").path("by").asString()).isEqualTo("LIVE");
		assertThat(cut.path("businessDate").asString()).isEqualTo("2022-02-07");
		assertThat(again.status()).as("nothing moved").isEqualTo(200);
		assertThat(again.json().path("id")).isEqualTo(cut.path("id"));
		assertThat(this.auditor.reads("/api/v1/cuts/latest").path("id")).isEqualTo(cut.path("id"));
		assertThat(this.auditor.reads("/api/v1/cuts").path("total").intValue()).isEqualTo(1);
		assertThat(this.auditor.asks("/api/v1/cuts/none").status()).isEqualTo(404);
	}

	@Test
	@Order(2)
	void aCutIsPublishedOnceAlsoWhereKafkasAnswerWasLost() {
		// Given
		JsonNode cut = published();
		String id = cut.path("id").asString();
		this.hub.stop();
		this.hub.sql().sql("UPDATE hub.cut SET published_offset = NULL").update();
		// When
		this.hub.with("hub.cuts.cadence", "1s").start();
		JsonNode again = published();
		// Then
		assertThat(again.path("publishedOffset")).isEqualTo(cut.path("publishedOffset"));
		List<ConsumerRecord<byte[], byte[]>> records = records(id);
		assertThat(records).hasSize(1);
		CutTaken record = decoded(records.getFirst());
		assertThat(record.getFingerprint()).isEqualTo(cut.path("fingerprint").path("sha256").asString());
		assertThat(record.getTakenAt().toString()).isEqualTo(cut.path("takenAt").asString());
		assertThat(record.getPositions()
			.stream()
			.collect(Collectors.toMap((position) -> position.getTopic(), (position) -> position.getOffset())))
			.isEqualTo(positions(cut));
	}

	@Test
	@Order(3)
	void theCadenceTakesOneOnceSomeLogHasMoved() {
		// Given a cadence of a second
		String before = this.auditor.reads("/api/v1/cuts/latest").path("id").asString();
		// When
		Renamed.events(this.agency, 80, 72, Disturbance.NONE).forEach(this.agencies::publish);
		this.agencies.flush();
		// Then
		Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.until(() -> !this.auditor.reads("/api/v1/cuts/latest").path("id").asString().equals(before));
		assertThat(this.auditor.reads("/api/v1/cuts").path("items").values())
			.extracting((cut) -> cut.path("takenAt").asString())
			.isSortedAccordingTo((one, other) -> other.compareTo(one));
	}

	@Test
	@Order(4)
	void cutsThatCannotBePublishedAreToldAndOnesOnDemandHaveTheirAllowance() {
		// Given
		this.hub.stop();
		this.hub.with("hub.cuts.cadence", "1h")
			.with("hub.cuts.on-demand", 1)
			.with("spring.kafka.producer.properties[max.block.ms]", 1000)
			.with("spring.kafka.producer.bootstrap-servers", "127.0.0.1:1")
			.start()
			.catchesUp();
		moves(73);
		// When
		Auditor.Answer taken = this.auditor.posts("/api/v1/cuts", "");
		// Then
		assertThat(taken.status()).as(taken.body()).isEqualTo(201);
		Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.untilAsserted(() -> assertThat(this.hub.asks("/actuator/health").body())
				.contains("\"cutPublishing\":{\"details\":{\"notPublished\":"));
		// When
		moves(74);
		Auditor.Answer more = this.auditor.posts("/api/v1/cuts", "");
		// Then
		assertThat(more.status()).isEqualTo(429);
		assertThat(more.json().path("code").asString()).isEqualTo("too-many");
		assertThat(more.header("Retry-After")).isPresent();
		// When others ask by way of a proxy on this machine
		Auditor.Answer others = this.auditor.posts("/api/v1/cuts", "", "192.0.2.7");
		// Then they have their own
		assertThat(others.status()).as(others.body()).isEqualTo(201);
		moves(75);
		assertThat(this.auditor.posts("/api/v1/cuts", "", "192.0.2.7").status()).isEqualTo(429);
		assertThat(this.auditor.posts("/api/v1/cuts", "", "192.0.2.8").status()).isEqualTo(201);
	}

	private void moves(int seed) {
		Renamed.events(this.agency, 100, seed, Disturbance.NONE).forEach(this.agencies::publish);
		this.agencies.flush();
		this.hub.catchesUp();
		this.hub.drains();
	}

	private JsonNode published() {
		return Awaitility.await()
			.atMost(HubUnderTest.PATIENCE)
			.until(() -> this.auditor.reads("/api/v1/cuts/latest"), (cut) -> cut.has("publishedOffset"));
	}

	private static Map<String, Long> positions(JsonNode cut) {
		return cut.path("positions")
			.valueStream()
			.collect(Collectors.toMap((log) -> log.path("topic").asString(),
					(log) -> log.path("nextOffset").longValue()));
	}

	private List<ConsumerRecord<byte[], byte[]>> records(String key) {
		List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
		TopicPartition partition = new TopicPartition("hub.cut", 0);
		try (var consumer = new KafkaConsumer<>(this.agencies.superuser(), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
			while (consumer.position(partition) < end) {
				consumer.poll(Duration.ofMillis(200)).forEach((record) -> {
					if (new String(record.key(), StandardCharsets.UTF_8).equals(key)) {
						found.add(record);
					}
				});
			}
		}
		return found;
	}

	private CutTaken decoded(ConsumerRecord<byte[], byte[]> record) {
		SchemaRegistry registry = new SchemaRegistry(new RegistryAddress(this.agencies.platform().registry(),
				Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(60)));
		return switch (new RecordDecoder<>(registry, CutTaken.class).decode(record.value())) {
			case Decoded<CutTaken>(var cut, var _) -> cut;
			case org.buranakan.schemas.wire.Decoding.Malformed<CutTaken>(var flaw, var why) ->
				throw new AssertionError(flaw + " " + why);
		};
	}

}
