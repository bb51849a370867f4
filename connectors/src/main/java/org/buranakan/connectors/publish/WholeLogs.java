package org.buranakan.connectors.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.RecordDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads logs from their beginning to where they end when asked. */
public final class WholeLogs {

	private static final Logger log = LoggerFactory.getLogger(WholeLogs.class);

	private static final Duration POLL = Duration.ofMillis(200);

	/** How long nothing may come although something is there. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final HubClient client;

	public WholeLogs(HubClient client) {
		this.client = client;
	}

	/**
	 * Hands over every record, in order within each log.
	 * @return the offset that each log's next record gets
	 * @throws HubUnreachable if Kafka falls silent before the end
	 */
	public Map<TopicPartition, Long> read(Collection<TopicPartition> logs,
			java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
		try (Consumer<String, byte[]> consumer = this.client.promptConsumer()) {
			consumer.assign(logs);
			consumer.seekToBeginning(logs);
			Map<TopicPartition, Long> ends = consumer.endOffsets(logs);
			Instant heard = Instant.now();
			long position = -1;
			while (logs.stream().anyMatch((log) -> consumer.position(log) < ends.getOrDefault(log, 0L))) {
				consumer.poll(POLL).forEach(reader);
				long reached = logs.stream().mapToLong(consumer::position).sum();
				heard = (reached > position) ? Instant.now() : heard;
				position = Math.max(reached, position);
				if (heard.plus(PATIENCE).isBefore(Instant.now())) {
					throw new HubUnreachable("Kafka has been silent for " + PATIENCE.toSeconds() + " s in " + logs);
				}
			}
			return Map.copyOf(ends);
		}
	}

	/** What an agency's topics of events hold, by their names. */
	public static Map<String, Class<? extends SpecificRecord>> events(AgencyId agency) {
		return Arrays.stream(Family.values())
			.collect(Collectors.toMap((family) -> Topic.of(agency, family).name(), Family::type));
	}

	/**
	 * As {@link #read}, each value decoded.
	 * @param types what each topic holds, by its name
	 */
	public Map<TopicPartition, Long> decode(Map<String, Class<? extends SpecificRecord>> types,
			BiConsumer<ConsumerRecord<String, byte[]>, Decoding<? extends SpecificRecord>> reader) {
		Map<TopicPartition, RecordDecoder<? extends SpecificRecord>> decoders = new HashMap<>();
		types.forEach((topic, type) -> decoders.put(new TopicPartition(topic, 0), this.client.decoder(type)));
		return read(decoders.keySet(), (record) -> {
			RecordDecoder<? extends SpecificRecord> decoder = decoders
				.get(new TopicPartition(record.topic(), record.partition()));
			if (decoder == null) {
				throw new IllegalStateException("Not asked for " + record.topic());
			}
			reader.accept(record, decoder.decode(record.value()));
		});
	}

	/**
	 * Passes over a value that is none: it was no content.
	 * @throws HubUnreachable where only its schema is not known here: it may be content,
	 * and forgetting it would publish old content anew
	 */
	public static void passOver(ConsumerRecord<?, ?> record, Decoding.Malformed<?> malformed) {
		String what = record.topic() + " at " + record.offset() + " cannot be read: " + malformed.flaw() + " ("
				+ malformed.reason() + ")";
		switch (malformed.flaw()) {
			case UNKNOWN_SCHEMA_ID, FOREIGN_SCHEMA -> throw new HubUnreachable(what);
			case NULL_VALUE, TRUNCATED, WRONG_MAGIC, MALFORMED_BODY, TRAILING_BYTES, TOO_DEEP, TOO_LARGE ->
				log.warn("{}", what);
		}
	}

}
