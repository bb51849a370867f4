package org.buranakan.connectors.publish;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.buranakan.connectors.mapping.BlankEnvelope;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.Family;

/**
 * What an agency's topics say: the newest revision and content of every entity, and the
 * refusals that are still open. A copy of the log and nothing more: whoever doubts it
 * throws it away and reads the log again. Not thread-safe.
 */
final class Memory {

	/** Stands between row and field in the key of a refusal, and maybe in either too. */
	static final String FIELD = "#";

	private final Map<Family, Map<EntityId, Known>> entities = new EnumMap<>(Family.class);

	private final Map<Speaker, Speaker> speakers = new HashMap<>();

	/** Sorted, so that those of one row are found among a million. */
	private final NavigableMap<String, SourceRefused> open = new TreeMap<>();

	private final Map<PostingId, Unreversed> unreversed = new LinkedHashMap<>();

	/** The offset that each topic's next record gets, by topic. */
	private final Map<String, Long> next = new HashMap<>();

	Optional<Known> known(Family family, EntityId entity) {
		return Optional.ofNullable(this.entities.getOrDefault(family, Map.of()).get(entity));
	}

	void remember(Family family, EntityId entity, Known known) {
		// Of a million entities few speakers spoke.
		Speaker speaker = this.speakers.computeIfAbsent(known.speaker(), (first) -> first);
		this.entities.computeIfAbsent(family, (any) -> new HashMap<>())
			.put(entity, new Known(known.revision(), known.content(), known.stands(), speaker));
	}

	/** Whether it stands, whoever said so. */
	boolean stands(Outcome.Identity identity) {
		return known(identity.family(), identity.entity()).filter(Known::stands).isPresent();
	}

	/** Whether it stands because that speaker said it last. */
	boolean stands(Outcome.Identity identity, Speaker speaker) {
		return known(identity.family(), identity.entity()).filter((known) -> isStanding(known, speaker)).isPresent();
	}

	/** What of the families stands because that speaker said it last, in no order. */
	Stream<Outcome.Identity> standing(Set<Family> families, Speaker speaker) {
		return families.stream()
			.flatMap((family) -> this.entities.getOrDefault(family, Map.of())
				.entrySet()
				.stream()
				.filter((entry) -> isStanding(entry.getValue(), speaker))
				.map((entry) -> new Outcome.Identity(family, entry.getKey())));
	}

	private static boolean isStanding(Known known, Speaker speaker) {
		return known.stands() && known.speaker().equals(speaker);
	}

	/** Takes in an event of the log, in the order of the log. */
	void replay(SpecificRecord event) {
		Envelope envelope = Envelope.of(event);
		EntityId.parse(envelope.entityId()).ifPresent((entity) -> {
			if (envelope.family() == Family.BUDGET) {
				replayPosting(PostingId.of(entity), event);
			}
			else if (known(envelope.family(), entity).filter((known) -> known.revision() >= envelope.revision())
				.isEmpty()) {
				Speaker speaker = Speaker.of(event);
				BlankEnvelope.blank(event, entity);
				remember(envelope.family(), entity,
						new Known(envelope.revision(), Encoding.of(event), !Withdrawal.isOf(event), speaker));
			}
		});
	}

	private void replayPosting(PostingId posting, SpecificRecord event) {
		if (posting.reversal()) {
			this.unreversed.remove(new PostingId(posting.entry(), posting.generation(), false));
		}
		Optional<Known> known = known(Family.BUDGET, posting.entry());
		if (known.filter((newer) -> newer.revision() > posting.generation()).isPresent()) {
			return;
		}
		if (posting.reversal()) {
			known.ifPresent((reversed) -> remember(Family.BUDGET, posting.entry(),
					new Known(posting.generation(), reversed.content(), false, reversed.speaker())));
		}
		else if (known.filter((same) -> same.revision() == posting.generation()).isEmpty()) {
			known.filter(Known::stands).ifPresent((older) -> {
				PostingId replaced = new PostingId(posting.entry(), Math.toIntExact(older.revision()), false);
				this.unreversed.put(replaced, Unreversed.of(replaced, older.content(), event));
			});
			Speaker speaker = Speaker.of(event);
			BlankEnvelope.blank(event, posting.entry());
			remember(Family.BUDGET, posting.entry(),
					new Known(posting.generation(), Encoding.of(event), true, speaker));
		}
	}

	/** Replaced postings without reversal; each is handed out once. */
	List<Unreversed> takeUnreversed() {
		List<Unreversed> missing = List.copyOf(this.unreversed.values());
		this.unreversed.clear();
		return missing;
	}

	void expect(String topic, long offset) {
		this.next.put(topic, offset);
	}

	/**
	 * Whether the acknowledged records stand right behind what is known here. If not,
	 * somebody else wrote too, or an append arrived late: the memory is to be doubted.
	 */
	boolean follows(List<RecordMetadata> acknowledged) {
		for (RecordMetadata record : acknowledged) {
			Long expected = this.next.put(record.topic(), record.offset() + 1);
			if (expected != null && expected != record.offset()) {
				return false;
			}
		}
		return true;
	}

	/** Takes in a refusal, or its resolution. */
	void replay(String key, SourceRefused refusal) {
		if (refusal.getResolved()) {
			this.open.remove(key);
		}
		else {
			this.open.put(key, refusal);
		}
	}

	Optional<SourceRefused> open(String key) {
		return Optional.ofNullable(this.open.get(key));
	}

	/** The keys of all open refusals that begin so. */
	List<String> openKeys(String prefix) {
		return this.open.tailMap(prefix, true).keySet().stream().takeWhile((key) -> key.startsWith(prefix)).toList();
	}

	/** The keys of the row's open refusals, of no other row's that begins like it. */
	List<String> openKeysOf(String place) {
		// Every row asks, and of most agencies nothing is open.
		return this.open.isEmpty() ? List.of()
				: openKeys(place + FIELD).stream().filter((key) -> place(key).equals(place)).toList();
	}

	/** The row whose refusal that is. */
	String place(String key) {
		String field = FIELD + open(key).map(SourceRefused::getField).orElse("");
		return key.endsWith(field) ? key.substring(0, key.length() - field.length()) : key;
	}

	List<SourceRefused> openRefusals() {
		return this.open.values().stream().sorted(Comparator.comparing(SourceRefused::getRecordedAt)).toList();
	}

}
