package org.buranakan.hub.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Eight hexadecimal digits that follow from Kafka's ids of topics. */
final class TopicMark {

	private static final long PATIENCE_SECONDS = 10;

	private static final int BYTES = 4;

	private TopicMark() {
	}

	/**
	 * The mark of these topics as they are now.
	 * @throws KafkaException if Kafka does not say, or does not have one of them
	 */
	static String of(Admin admin, Set<String> topics) {
		TreeMap<String, String> ids = new TreeMap<>();
		try {
			admin.describeTopics(topics)
				.allTopicNames()
				.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
				.forEach((topic, known) -> ids.put(topic, known.topicId().toString()));
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("Kafka does not describe " + topics, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while Kafka described " + topics, ex);
		}
		return of(ids.toString());
	}

	private static String of(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
