package org.buranakan.connectors.webhook;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.publish.WholeLogs;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topics;
import org.buranakan.schemas.wire.Decoding;
import org.buranakan.schemas.wire.RecordDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells one agency's receiver of its refusals, one after the other, on its own thread.
 */
final class Webhook implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Webhook.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	/** Kafka forgets a position that nobody has committed for a week. */
	private static final Duration RENEWAL = Duration.ofHours(1);

	private final CountDownLatch closed = new CountDownLatch(1);

	private final HostedAgency agency;

	private final String group;

	private final Sender sender;

	private final BackOff retries;

	private final JsonMapper json;

	private final Thread thread;

	Webhook(HostedAgency agency, Sender sender, BackOff retries, JsonMapper json) {
		this.agency = agency;
		this.group = Principal.agency(agency.id()).groupPrefix() + "webhook";
		this.sender = sender;
		this.retries = retries;
		this.json = json;
		this.thread = Thread.ofPlatform().name("webhook " + agency.id()).daemon().unstarted(this::follow);
	}

	void start() {
		this.thread.start();
	}

	boolean isAlive() {
		return this.thread.isAlive();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.sender.close();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void follow() {
		try {
			while (this.closed.getCount() > 0) {
				try (Consumer<String, byte[]> consumer = this.agency.client().consumer(this.group)) {
					read(consumer);
				}
				catch (KafkaException | RegistryException | HubUnreachable ex) {
					log.warn("The refusals of {} cannot be read to be told: {}", this.agency.id(), ex.toString());
					if (this.closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
						return;
					}
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void read(Consumer<String, byte[]> consumer) throws InterruptedException {
		TopicPartition topic = new TopicPartition(Topics.REFUSED.of(this.agency.id()).name(), 0);
		RecordDecoder<SourceRefused> decoder = this.agency.client().decoder(SourceRefused.class);
		consumer.assign(List.of(topic));
		Instant renewed = Instant.EPOCH;
		while (this.closed.getCount() > 0) {
			if (renewed.plus(RENEWAL).isBefore(Instant.now())) {
				consumer.commitSync(Map.of(topic, new OffsetAndMetadata(consumer.position(topic))));
				renewed = Instant.now();
			}
			for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
				boolean done = switch (decoder.decode(record.value())) {
					case Decoding.Decoded<SourceRefused>(SourceRefused refusal, var _) ->
						tell(record.offset(), refusal);
					case Decoding.Malformed<SourceRefused> malformed -> {
						WholeLogs.passOver(record, malformed);
						yield true;
					}
				};
				if (!done) {
					return;
				}
				consumer.commitSync(Map.of(topic, new OffsetAndMetadata(record.offset() + 1)));
			}
		}
	}

	/**
	 * Returns when the receiver has taken it, or it is given up.
	 * @return whether it is; else this was closed before
	 */
	private boolean tell(long offset, SourceRefused refusal) throws InterruptedException {
		String id = this.agency.id() + "_" + offset;
		String body = this.json.writeValueAsString(Message.of(refusal));
		BackOffExecution waits = this.retries.start();
		while (true) {
			try {
				this.sender.send(id, body);
				return true;
			}
			catch (IOException ex) {
				long wait = waits.nextBackOff();
				if (wait == BackOffExecution.STOP) {
					log.warn("{} is not told of its refusal {} any more: {}", this.agency.id(), offset, ex.toString());
					return true;
				}
				log.warn("{} cannot be told of its refusal {}, trying again in {} ms: {}", this.agency.id(), offset,
						wait, ex.toString());
				if (this.closed.await(wait, TimeUnit.MILLISECONDS)) {
					return false;
				}
			}
		}
	}

}
