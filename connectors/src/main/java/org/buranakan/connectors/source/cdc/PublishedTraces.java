package org.buranakan.connectors.source.cdc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.mapping.Content;
import org.buranakan.connectors.mapping.Outcome;
import org.buranakan.connectors.publish.HubClient;
import org.buranakan.connectors.publish.WholeLogs;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.wire.Decoding;
import org.jspecify.annotations.Nullable;

/**
 * Which change of each captured row the agency's own topics speak of last. Whoever reads
 * raw changes again after a crash passes over those that came before it: publishing an
 * older state would be new content, and wrong.
 */
final class PublishedTraces {

	private final Map<Row, RawPosition> newest = new HashMap<>();

	private final Map<Outcome.Identity, RawPosition> last = new HashMap<>();

	private final Map<Outcome.Identity, String> tables = new LinkedHashMap<>();

	/** Reads the agency's topics to their present end. */
	static PublishedTraces read(HubClient client, AgencyId agency) {
		PublishedTraces traces = new PublishedTraces();
		new WholeLogs(client).decode(WholeLogs.events(agency), (record, decoding) -> {
			switch (decoding) {
				case Decoding.Decoded<? extends SpecificRecord>(SpecificRecord event, var _) -> traces.add(event);
				case Decoding.Malformed<? extends SpecificRecord> malformed -> WholeLogs.passOver(record, malformed);
			}
		});
		return traces;
	}

	void add(SpecificRecord event) {
		Envelope envelope = Envelope.of(event);
		String table = envelope.source().getContainer();
		Trace.parse(envelope.source().getPlace())
			.ifPresent((trace) -> this.newest.merge(new Row(table, trace.key()), trace.raw(), PublishedTraces::later));
		EntityId.parse(envelope.entityId()).ifPresent((entity) -> {
			Outcome.Identity identity = new Outcome.Identity(envelope.family(), entry(entity));
			this.tables.put(identity, table);
			Trace.parse(envelope.source().getPlace())
				.ifPresent((trace) -> this.last.merge(identity, trace.raw(), PublishedTraces::later));
		});
	}

	/**
	 * What is left of an older change: what a later one has said of an entity already
	 * stands. An entity of which nothing later was published is told of, whatever else
	 * came of the row since: the row may have left it with this very change.
	 * @return the outcome without it; empty where nothing is left to be said
	 */
	Optional<Outcome> remaining(Outcome outcome, ChangePlace place) {
		return switch (outcome) {
			case Outcome.Refused refused -> supersede(place) ? Optional.empty() : Optional.of(refused);
			case Outcome.Mapped(List<Content> present, List<Outcome.Identity> absent) -> {
				List<Content> spoken = present.stream()
					.filter((content) -> !supersede(new Outcome.Identity(content.family(), content.entity()),
							place.raw()))
					.toList();
				List<Outcome.Identity> left = absent.stream()
					.filter((identity) -> !supersede(identity, place.raw()))
					.toList();
				boolean nothing = spoken.isEmpty() && left.isEmpty();
				boolean something = !present.isEmpty() || !absent.isEmpty();
				yield (nothing && (something || supersede(place))) ? Optional.empty()
						: Optional.of(new Outcome.Mapped(spoken, left));
			}
		};
	}

	/** Positions within a log are in order, whichever row of the table they are of. */
	private boolean supersede(Outcome.Identity identity, RawPosition raw) {
		return Optional.ofNullable(this.last.get(identity))
			.filter((published) -> published.log().equals(raw.log()))
			.filter((published) -> published.offset() > raw.offset())
			.isPresent();
	}

	/** Whether a later change of the same row was published already. */
	boolean supersede(ChangePlace place) {
		return Optional.ofNullable(this.newest.get(new Row(place.table(), place.key())))
			.filter((published) -> published.log().equals(place.raw().log()))
			.filter((published) -> published.offset() > place.raw().offset())
			.isPresent();
	}

	/**
	 * What was published from rows of the table before it was emptied there, in the order
	 * of its topics. What came afterwards stands: the emptying may be read again.
	 */
	List<Outcome.Identity> of(String table, RawPosition emptied) {
		Set<Outcome.Identity> identities = this.tables.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(table))
			.map(Map.Entry::getKey)
			.filter((identity) -> isBefore(this.last.get(identity), emptied))
			.collect(Collectors.toSet());
		return this.tables.keySet().stream().filter(identities::contains).toList();
	}

	/** What was published from rows of the table, and of which no row speaks any more. */
	List<Outcome.Identity> gone(String table, Standing standing) {
		return this.tables.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(table) && standing.isGone(entry.getKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static boolean isBefore(@Nullable RawPosition published, RawPosition emptied) {
		return published == null || !published.log().equals(emptied.log()) || published.offset() < emptied.offset();
	}

	/** Of another incarnation of the topic the later one read counts. */
	private static RawPosition later(RawPosition one, RawPosition next) {
		return (one.log().equals(next.log()) && one.offset() > next.offset()) ? one : next;
	}

	/** The source's entry behind a posting: its replacements bear a mark. */
	private static EntityId entry(EntityId entity) {
		int mark = entity.local().indexOf('~');
		return (mark > 0) ? new EntityId(entity.agency(), entity.local().substring(0, mark)) : entity;
	}

	private record Row(String table, String key) {
	}

}
