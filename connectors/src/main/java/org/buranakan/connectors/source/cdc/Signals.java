package org.buranakan.connectors.source.cdc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.schemas.topic.Topics;

/** Asks Debezium for a snapshot beside the stream of changes. */
final class Signals {

	private final Capture capture;

	private final Map<String, Object> settings;

	Signals(Capture capture, Map<String, Object> client) {
		this.capture = capture;
		Map<String, Object> settings = new HashMap<>(client);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
		this.settings = Map.copyOf(settings);
	}

	/**
	 * Asks for all rows of the tables.
	 * @param id is what Debezium calls the snapshot when it tells of it
	 */
	void snapshot(String id, List<String> tables) {
		Map<String, Object> data = Map.of("type", "INCREMENTAL", "data-collections",
				tables.stream().map((table) -> table.replace(".", "\\.")).toList());
		String signal = ChangeReader.JSON
			.writeValueAsString(Map.of("id", id, "type", "execute-snapshot", "data", data));
		try (Producer<String, String> producer = new KafkaProducer<>(this.settings, new StringSerializer(),
				new StringSerializer())) {
			provide();
			producer.send(new ProducerRecord<>(this.capture.signals(), this.capture.prefix(), signal)).get();
		}
		catch (ExecutionException ex) {
			throw new KafkaException("Debezium cannot be asked for a snapshot", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new org.apache.kafka.common.errors.InterruptException(ex);
		}
	}

	private void provide() throws ExecutionException, InterruptedException {
		NewTopic topic = new NewTopic(this.capture.signals(), Optional.of(1), Optional.empty())
			.configs(Topics.SIGNAL.configuration());
		try (Admin admin = Admin.create(this.settings)) {
			admin.createTopics(List.of(topic)).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw ex;
			}
		}
	}

}
