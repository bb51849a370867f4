package org.buranakan.hub.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.envelope.Envelope;

/**
 * A table whose rows are states of entities, with the tables of their parts. Its columns
 * {@code id}, {@code revision}, {@code recorded_at}, {@code log_id}, {@code log_offset},
 * {@code content_hash} and {@code touches} are intake's; an agency's entity also has
 * {@code agency}, {@code basis}, {@code occurred_at} and {@code event_id}.
 *
 * @param <E> the event
 */
public final class FactTable<E extends SpecificRecord> {

	private final String name;

	private final List<Column<Fact<E>>> columns;

	private final List<PartTable<E, ?>> parts;

	private FactTable(String name, List<Column<Fact<E>>> columns, List<PartTable<E, ?>> parts) {
		this.name = name;
		this.columns = columns;
		this.parts = parts;
	}

	/** A table of agencies' entities. */
	public static <E extends SpecificRecord> FactTable<E> ofAgencies(String name, Columns<E> content) {
		Columns<Fact<E>> columns = FactTable.<E>common()
			.text("agency", Fact::agency)
			.symbol("basis", (fact) -> Envelope.of(fact.event()).basis())
			.instant("occurred_at", Fact::occurredAt)
			.uuid("event_id", Fact::eventId)
			.addAll(content, Fact::event);
		return new FactTable<>(name, columns.list(), List.of());
	}

	/** A table of the hub's own records. */
	public static <E extends SpecificRecord> FactTable<E> ofHub(String name, Columns<E> content) {
		return new FactTable<>(name, FactTable.<E>common().addAll(content, Fact::event).list(), List.of());
	}

	/**
	 * Adds a table of parts, whose key is the entity's id and the part's ordinal from 0.
	 * @param owner the column that holds the entity's id
	 */
	public <P> FactTable<E> with(String table, String owner, Function<E, List<P>> parts, Columns<P> content) {
		List<PartTable<E, ?>> all = new ArrayList<>(this.parts);
		all.add(new PartTable<>(table, owner, parts, content));
		return new FactTable<>(this.name, this.columns, List.copyOf(all));
	}

	private static <E extends SpecificRecord> Columns<Fact<E>> common() {
		return new Columns<Fact<E>>().text("id", Fact::id)
			.number("revision", Fact::revision)
			.instant("recorded_at", Fact::recordedAt)
			.integer("log_id", Fact::logId)
			.number("log_offset", Fact::offset)
			.bytes("content_hash", (fact) -> fact.hash().bytes())
			.texts("touches", (fact) -> fact.touches().stream().map(DirtyKey::toString).toList());
	}

	String name() {
		return this.name;
	}

	List<Column<Fact<E>>> columns() {
		return this.columns;
	}

	List<PartTable<E, ?>> parts() {
		return this.parts;
	}

}
