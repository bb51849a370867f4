package org.buranakan.connectors.publish;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.mapping.BlankEnvelope;
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

	private final Map<Family, Map<EntityId, Known>> entities = new EnumMap<>(Family.class);

	private final Map<String, SourceRefused> open = new LinkedHashMap<>();

	Optional<Known> known(Family family, EntityId entity) {
		return Optional.ofNullable(this.entities.getOrDefault(family, Map.of()).get(entity));
	}

	void remember(Family family, EntityId entity, Known known) {
		this.entities.computeIfAbsent(family, (any) -> new HashMap<>()).put(entity, known);
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
				BlankEnvelope.blank(event, entity);
				remember(envelope.family(), entity, new Known(envelope.revision(), Encoding.of(event), true));
			}
		});
	}

	private void replayPosting(PostingId posting, SpecificRecord event) {
		Optional<Known> known = known(Family.BUDGET, posting.entry());
		if (known.filter((newer) -> newer.revision() > posting.generation()).isPresent()) {
			return;
		}
		if (posting.reversal()) {
			known.ifPresent((reversed) -> remember(Family.BUDGET, posting.entry(),
					new Known(posting.generation(), reversed.content(), false)));
		}
		else if (known.filter((same) -> same.revision() == posting.generation()).isEmpty()) {
			BlankEnvelope.blank(event, posting.entry());
			remember(Family.BUDGET, posting.entry(), new Known(posting.generation(), Encoding.of(event), true));
		}
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
		return this.open.keySet().stream().filter((key) -> key.startsWith(prefix)).toList();
	}

	List<SourceRefused> openRefusals() {
		return new ArrayList<>(this.open.values());
	}

}
