package org.buranakan.connectors.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.HubUnreachable;
import org.buranakan.connectors.publish.WholeLogs;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.envelope.Verified;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.Decoding;

/**
 * Whether what an agency wrote to its own topics is what the hub applies, by whatever
 * client it was written. Reads, and writes nothing.
 */
final class TopicCheck {

	private static final int MOST_SHOWN = 5;

	private final AgencyId agency;

	private final HubClient client;

	private final Map<String, Stated> stated = new HashMap<>();

	private final List<String> malformed = new ArrayList<>();

	private final List<String> disagreeing = new ArrayList<>();

	private final List<String> contradicting = new ArrayList<>();

	private final MessageDigest digest = sha256();

	private int records;

	/**
	 * The newest revision of an entity, and what it said: a hash, for the log may be
	 * large.
	 */
	private record Stated(long revision, String content) {
	}

	TopicCheck(AgencyId agency, HubClient client) {
		this.agency = agency;
		this.client = client;
	}

	List<Point> points() {
		List<Point> points = new ArrayList<>();
		Set<String> visible = new TreeSet<>();
		try (Consumer<String, byte[]> consumer = this.client.consumer()) {
			visible.addAll(consumer.listTopics().keySet());
		}
		catch (KafkaException ex) {
			return List.of(Point.failed("เข้าสู่ระบบ Kafka ได้", "Kafka accepts the login",
					ex.getMessage() + " — ตรวจ client.properties / look at client.properties"));
		}
		points.add(Point.passed("เข้าสู่ระบบ Kafka ได้", "Kafka accepts the login"));
		Set<String> missing = new TreeSet<>(WholeLogs.events(this.agency).keySet());
		missing.removeAll(visible);
		points.add(Point.of(missing.isEmpty(), "หัวข้อของหน่วยงานครบ", "the agency's topics are there",
				"ไม่พบ / not seen: " + String.join(", ", missing)
						+ " — ให้ผู้ดูแลสั่ง agency add / let the administrator run agency add"));
		List<String> others = visible.stream().filter(this::isAnothers).toList();
		points.add(Point.of(others.isEmpty(), "ไม่เห็นหัวข้อของหน่วยงานอื่น", "nobody else's topics are seen",
				String.join(", ", others)));
		if (missing.isEmpty()) {
			points.addAll(records());
		}
		return points;
	}

	/** Seals are for everyone: they tell nothing but that nothing was altered. */
	private boolean isAnothers(String topic) {
		return Topic.parse(topic)
			.filter((known) -> !known.owner().isEmpty() && !known.owner().equals(this.agency.value()))
			.filter((known) -> !known.kind().readableByEveryone())
			.isPresent();
	}

	private List<Point> records() {
		try {
			new WholeLogs(this.client).decode(WholeLogs.events(this.agency), this::judge);
		}
		catch (KafkaException | HubUnreachable | RegistryException ex) {
			return List.of(Point.failed("อ่านหัวข้อของหน่วยงานและทะเบียนสัญญาข้อมูลได้",
					"the agency's topics and the schema registry can be read", String.valueOf(ex.getMessage())));
		}
		return List.of(
				point(this.malformed, "ทุกระเบียนถอดรหัสตามสัญญาได้ (" + this.records + ")",
						"every record decodes by its contract (" + this.records + ")"),
				point(this.disagreeing, "คีย์ ส่วนหัว และเนื้อหาตรงกัน เป็นของหน่วยงานเอง",
						"key, headers and content agree and are the agency's own"),
				point(this.contradicting, "รุ่นเดียวกันไม่ขัดแย้งกันเอง", "no revision is stated twice differently"));
	}

	private static Point point(List<String> flaws, String th, String en) {
		String shown = String.join("; ", flaws.stream().limit(MOST_SHOWN).toList());
		return Point.of(flaws.isEmpty(), th, en,
				flaws.size() + ": " + shown + (flaws.size() > MOST_SHOWN ? "; …" : ""));
	}

	private void judge(ConsumerRecord<String, byte[]> record, Decoding<? extends SpecificRecord> decoding) {
		this.records++;
		String place = record.topic() + "@" + record.offset();
		switch (decoding) {
			case Decoding.Malformed<? extends SpecificRecord> flawed ->
				this.malformed.add(place + " " + flawed.flaw() + " (" + flawed.reason() + ")");
			case Decoding.Decoded<? extends SpecificRecord>(SpecificRecord event, var _) -> agree(record, event, place);
		}
	}

	private void agree(ConsumerRecord<String, byte[]> record, SpecificRecord event, String place) {
		Topic topic = Topic.parse(record.topic()).orElseThrow();
		byte[] key = Optional.ofNullable(record.key())
			.map((text) -> text.getBytes(StandardCharsets.UTF_8))
			.orElse(null);
		switch (Verified.of(topic, key, event, record.headers())) {
			case Verified.Disagreed(var code, String detail) ->
				this.disagreeing.add(place + " " + code + " (" + detail + ")");
			case Verified.Agreed(Envelope envelope, EntityId entity) ->
				contradict(new Stated(envelope.revision(), content(event, entity)), topic.name() + " " + entity, place);
		}
	}

	/** An older revision that arrives late is stale and harmless. */
	private void contradict(Stated now, String entity, String place) {
		Stated before = this.stated.get(entity);
		if (before != null && before.revision() == now.revision() && !before.content().equals(now.content())) {
			this.contradicting.add(place + " (revision " + now.revision() + ")");
		}
		if (before == null || before.revision() < now.revision()) {
			this.stated.put(entity, now);
		}
	}

	/** Times and provenance are no content: the hub calls such a repetition stale. */
	private String content(SpecificRecord event, EntityId entity) {
		BlankEnvelope.blank(event, entity);
		byte[] text = event.toString().getBytes(StandardCharsets.UTF_8);
		return HexFormat.of().formatHex(this.digest.digest(text));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
