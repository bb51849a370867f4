package org.buranakan.connectors.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.connectors.reading.Objection;
import org.buranakan.connectors.reading.Offered;
import org.buranakan.connectors.reading.Reader;
import org.buranakan.connectors.reading.Readers;
import org.buranakan.connectors.reading.Reading;
import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.envelope.EntityId;
import org.buranakan.schemas.event.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Builds one event's content from one row, after the event's schema. What cannot be built
 * is added to the row's refusals, so that an officer sees all of them at once.
 */
final class Assembly {

	/** What an event has whatever a row says. */
	static final Set<String> GIVEN = Stream.concat(BlankEnvelope.FIELDS.stream(), Stream.of("basis"))
		.collect(Collectors.toUnmodifiableSet());

	private static final Reader REVISION = Readers.quantity();

	private static final int MOST_ITEMS = 1000;

	private final EventProfile event;

	private final Row row;

	private final List<Refusal> refusals;

	private final LocalDate day;

	Assembly(EventProfile event, Row row, List<Refusal> refusals) {
		this.event = event;
		this.row = row;
		this.refusals = refusals;
		this.day = RowDay.of(event, row);
	}

	/** The content; empty if something was refused. */
	Optional<Content> assemble(EntityId entity, Basis basis) {
		int before = this.refusals.size();
		SpecificRecord content = (SpecificRecord) SpecificData.newInstance(this.event.family().type(),
				this.event.family().schema());
		content.put(field(content, "basis").pos(), basis);
		fill(content, this.event.fields(), this.row, GIVEN);
		Optional<StatedRevision> revision = this.event.revision().flatMap(this::revision);
		if (this.refusals.size() == before) {
			Coherence.objections(content)
				.forEach((field, objection) -> refuse(this.row, column(this.event.fields().get(field)), objection));
		}
		if (this.refusals.size() > before) {
			return Optional.empty();
		}
		Optional<Instant> occurredAt = Optional.ofNullable((Instant) content.get(field(content, "occurredAt").pos()));
		BlankEnvelope.blank(content, entity);
		return Optional.of(new Content(this.event.family(), entity, content, occurredAt, revision));
	}

	/** The agency's own; blank where it leaves it to be raised. */
	private Optional<StatedRevision> revision(String column) {
		return switch (REVISION.read(this.row.at(column))) {
			case Reading.Read(Long number) when number > 0 ->
				Optional.of(new StatedRevision(number, this.row.heading(column), this.row.cell(column)));
			case Reading.Read ignored ->
				refused(column, new Objection(RefusalCode.REVISION_UNUSABLE, this.row.at(column).text(), ""));
			case Reading.Blank() -> Optional.empty();
			case Reading.Unreadable(Objection objection) -> refused(column, objection);
		};
	}

	private <T> Optional<T> refused(String column, Objection objection) {
		refuse(this.row, column, objection);
		return Optional.empty();
	}

	private void fill(SpecificRecord target, Map<String, Derivation> fields, Row from, Set<String> given) {
		for (Schema.Field field : target.getSchema().getFields()) {
			Derivation derivation = fields.get(field.name());
			int before = this.refusals.size();
			Object value = (derivation != null) ? plausible(derivation, field, from) : null;
			if (value != null) {
				target.put(field.pos(), value);
			}
			else if (!given.contains(field.name()) && this.refusals.size() == before) {
				fillBlank(target, field, derivation, from);
			}
		}
	}

	/** The value, unless the hub would reject the whole event for it. */
	private @Nullable Object plausible(Derivation derivation, Schema.Field field, Row from) {
		Object value = value(derivation, field.schema(), from);
		Optional<Objection> objection = Coherence.objection(field.name(), value);
		return objection.isPresent() ? refuse(from, column(derivation), objection.get()) : value;
	}

	private void fillBlank(SpecificRecord target, Schema.Field field, @Nullable Derivation derivation, Row from) {
		if (JsonProperties.NULL_VALUE.equals(field.defaultVal())) {
			// It is null already; to look the default up takes longer than to read most
			// fields.
			return;
		}
		if (field.hasDefaultValue()) {
			target.put(field.pos(), SpecificData.get().getDefaultValue(field));
			return;
		}
		String column = column(derivation);
		refuse(from, column, new Objection(RefusalCode.VALUE_MISSING, "", "(" + field.name() + ")"));
	}

	private @Nullable Object value(Derivation derivation, Schema schema, Row from) {
		return switch (derivation) {
			case Derivation.Constant(Object constant) -> coerced(constant, schema, from, "");
			case Derivation.Filled filled -> filled(filled, schema, from);
			case Derivation.Value value -> read(value, schema, from);
			case Derivation.Nested(Map<String, Derivation> fields) -> nested(fields, ContractType.of(schema), from);
			case Derivation.Each each -> each(each, ContractType.of(schema), from);
		};
	}

	private @Nullable Object filled(Derivation.Filled filled, Schema schema, Row from) {
		Optional<String> structure = structure(filled.columns(), from);
		if (structure.isPresent()) {
			return refuse(from, structure.get(), new Objection(RefusalCode.VALUE_STRUCTURED, "", ""));
		}
		return filled.template().fill(from).map((text) -> coerced(text, schema, from, column(filled))).orElse(null);
	}

	private @Nullable Object read(Derivation.Value value, Schema schema, Row from) {
		return switch (value.reader().read(Joined.of(from, value.columns()), this.day)) {
			case Reading.Read(Object read) -> coerced(read, schema, from, value.column());
			case Reading.Blank() -> null;
			case Reading.Unreadable(Objection objection) ->
				refuse(from, structure(value.columns(), from).orElse(value.column()), objection);
		};
	}

	/** The first of the columns that holds no single value. */
	private static Optional<String> structure(List<String> columns, Row from) {
		return columns.stream().filter((column) -> from.at(column) instanceof Offered.Structure).findFirst();
	}

	private @Nullable Object nested(Map<String, Derivation> fields, Schema schema, Row from) {
		if (!isOffered(fields.values(), from)) {
			return null;
		}
		SpecificRecord nested = (SpecificRecord) SpecificData.get().newRecord(null, schema);
		fill(nested, fields, from, Set.of());
		return nested;
	}

	private @Nullable Object each(Derivation.Each each, Schema schema, Row from) {
		if (each.split() != null && from.at(each.column()) instanceof Offered.Structure) {
			return refuse(from, each.column(), new Objection(RefusalCode.VALUE_STRUCTURED, "", ""));
		}
		List<Row> items = (each.split() != null) ? SplitRow.of(from, each.column(), each.split())
				: from.items(each.column());
		if (items.size() > MOST_ITEMS) {
			return refuse(from, each.column(),
					new Objection(RefusalCode.LIST_TOO_LONG, "", Integer.toString(MOST_ITEMS)));
		}
		List<Object> elements = new ArrayList<>();
		for (Row item : items) {
			Object element = value(each.item(), schema.getElementType(), item);
			if (element != null) {
				elements.add(element);
			}
		}
		return elements;
	}

	private @Nullable Object coerced(Object value, Schema schema, Row from, String column) {
		Optional<Object> typed = ContractType.typed(value, schema);
		return typed.isPresent() ? typed.get() : refuse(from, column, new Objection(ContractType.refusal(schema),
				value.toString(), String.join(", ", ContractType.symbols(schema))));
	}

	private @Nullable Object refuse(Row from, String column, Objection objection) {
		this.refusals.add(new Refusal(Optional.of(this.event.family()), column.isEmpty() ? "" : from.heading(column),
				column.isEmpty() ? from.place() : from.cell(column), objection));
		return null;
	}

	private static boolean isOffered(Derivation derivation, Row from) {
		return switch (derivation) {
			case Derivation.Constant ignored -> false;
			case Derivation.Filled(Template template) ->
				template.columns().stream().noneMatch((column) -> from.at(column) instanceof Offered.Nothing);
			case Derivation.Value value -> !(Joined.of(from, value.columns()) instanceof Offered.Nothing);
			case Derivation.Nested(Map<String, Derivation> fields) -> isOffered(fields.values(), from);
			case Derivation.Each each ->
				!(from.at(each.column()) instanceof Offered.Nothing) || !from.items(each.column()).isEmpty();
		};
	}

	private static boolean isOffered(Collection<Derivation> fields, Row from) {
		for (Derivation field : fields) {
			if (isOffered(field, from)) {
				return true;
			}
		}
		return false;
	}

	private static String column(@Nullable Derivation derivation) {
		return switch (derivation) {
			case Derivation.Value value -> value.column();
			case Derivation.Each each -> each.column();
			case Derivation.Filled(Template template) when !template.columns().isEmpty() ->
				template.columns().getFirst();
			case Derivation.Filled ignored -> "";
			case Derivation.Nested(Map<String, Derivation> fields) ->
				fields.isEmpty() ? "" : column(fields.values().iterator().next());
			case Derivation.Constant ignored -> "";
			case null -> "";
		};
	}

	private static Schema.Field field(SpecificRecord content, String name) {
		return content.getSchema().getField(name);
	}

}
