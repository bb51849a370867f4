package org.buranakan.hub.oracle;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.record.ActRecorded;
import org.jspecify.annotations.Nullable;

/** Whether a decoded record of an agency's log is one that a hub may apply. */
final class Soundness {

	private static final UUID NAMESPACE = UUID.fromString("ed6a1c27-20dc-4333-9c7d-e4260c5e5fbb");

	private static final Set<String> ACTS = Set.of("look-up", "cut-taken", "finding-acknowledged", "finding-dismissed",
			"finding-reopened", "log-gap-accepted");

	private Soundness() {
	}

	static boolean isSound(ConsumerRecord<byte[], byte[]> record, SpecificRecord event) {
		String[] topic = record.topic().split("\\.", -1);
		String agency = topic[1];
		String id = (String) at(event, "entityId");
		long revision = (long) at(event, "revision");
		return agency.equals(at(event, "agency")) && id.startsWith(agency + ":") && id.length() > agency.length() + 1
				&& record.key() != null && id.equals(new String(record.key(), StandardCharsets.UTF_8)) && revision >= 1
				&& (revision == 1 || !topic[2].equals("budget"))
				&& eventId(agency, topic[2], id, revision).equals(at(event, "eventId"))
				&& header(record, "ce_id", at(event, "eventId").toString())
				&& header(record, "ce_source", "urn:buranakan:agency:" + agency)
				&& header(record, "ce_type", event.getClass().getName()) && header(record, "ce_specversion", "1.0")
				&& header(record, "content-type", "application/avro") && isPossible("", event) && isOrdered(event);
	}

	/** Whether an act is one that its topic's owner may do, and says what it must. */
	static boolean isSound(ConsumerRecord<byte[], byte[]> record, ActRecorded act) {
		boolean aboutFinding = act.getKind().startsWith("finding-");
		String content = act.getAttributes().getOrDefault("content", "");
		return record.topic().equals("audit." + act.getActor() + ".act") && record.key() != null
				&& act.getActId().toString().equals(new String(record.key(), StandardCharsets.UTF_8))
				&& ACTS.contains(act.getKind()) && !act.getSubject().isBlank()
				&& (!aboutFinding || content.matches("[0-9a-f]{64}"))
				&& (!act.getKind().equals("log-gap-accepted") || isGap(act.getAttributes()))
				&& (!Set.of("finding-dismissed", "log-gap-accepted").contains(act.getKind())
						|| (act.getReason() != null && !act.getReason().getTh().isBlank()))
				&& isPossible("", act);
	}

	private static boolean isGap(Map<String, String> attributes) {
		return attributes.getOrDefault("topicId", "").matches("[\\w-]{1,40}")
				&& attributes.getOrDefault("from", "").matches("[0-9]{1,18}")
				&& attributes.getOrDefault("upto", "").matches("[0-9]{1,18}");
	}

	private static UUID eventId(String agency, String family, String id, long revision) {
		try {
			MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
			sha1.update(ByteBuffer.allocate(16)
				.putLong(NAMESPACE.getMostSignificantBits())
				.putLong(NAMESPACE.getLeastSignificantBits())
				.array());
			byte[] hash = sha1
				.digest("%s/%s/%s/%d".formatted(agency, family, id, revision).getBytes(StandardCharsets.UTF_8));
			hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
			hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
			ByteBuffer bytes = ByteBuffer.wrap(hash);
			return new UUID(bytes.getLong(), bytes.getLong());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean header(ConsumerRecord<byte[], byte[]> record, String name, String value) {
		Header header = record.headers().lastHeader(name);
		return header != null && value.equals(new String(header.value(), StandardCharsets.UTF_8));
	}

	private static boolean isPossible(String name, @Nullable Object value) {
		return switch (value) {
			case null -> true;
			case String text -> text.indexOf('\0') < 0 && text.indexOf('\ufffd') < 0 && text.length() <= 20_000;
			case LocalDate date -> date.getYear() >= 1800 && date.getYear() < 2200;
			case Instant instant -> isPossible(name, LocalDate.ofInstant(instant, ZoneOffset.UTC));
			case Integer number -> !name.equals("fiscalYear") || (number >= 1800 && number < 2200);
			case Long number -> name.endsWith("evision") || Math.abs(new BigDecimal(number)
				.doubleValue()) <= (name.matches("participants(Target)?|received|resolved|pending") ? 1e9 : 1e15);
			case IndexedRecord record -> record.getSchema()
				.getFields()
				.stream()
				.allMatch((field) -> isPossible(field.name(), record.get(field.pos())));
			case Collection<?> items -> items.stream().allMatch((item) -> isPossible(name, item));
			case Map<?, ?> entries -> entries.values().stream().allMatch((item) -> isPossible(name, item));
			default -> true;
		};
	}

	private static boolean isOrdered(SpecificRecord event) {
		for (List<String> fields : List.of(List.of("startsOn", "endsOn"), List.of("periodStart", "periodEnd"))) {
			if (event.getSchema().getField(fields.getFirst()) != null
					&& ((LocalDate) at(event, fields.getFirst())).isAfter((LocalDate) at(event, fields.getLast()))) {
				return false;
			}
		}
		if (event instanceof PlanRecorded plan) {
			Set<String> codes = new HashSet<>();
			return plan.getMilestones().stream().allMatch((milestone) -> codes.add(milestone.getCode()));
		}
		return true;
	}

	private static Object at(SpecificRecord event, String field) {
		return event.get(event.getSchema().getField(field).pos());
	}

}
