package org.buranakan.schemas.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.buranakan.schemas.registry.ConfluentApi.SchemaText;
import org.buranakan.schemas.topic.Topic;

/**
 * Looks up schemas and remembers them: what an id means never changes. Whatever was
 * unknown is asked for again after {@link #DOUBT}, so that a flood of unknown ids is not
 * a flood of requests. Safe for use by many threads.
 */
public final class SchemaRegistry {

	/** How long "unknown" is believed. */
	static final Duration DOUBT = Duration.ofSeconds(10);

	/**
	 * A bound on remembered unknown ids: whoever invents ids must not fill the memory.
	 */
	private static final int MOST_UNKNOWN = 10_000;

	private final Connection connection;

	private final Clock clock;

	private final Map<SchemaId, Schema> schemas = new ConcurrentHashMap<>();

	private final Map<SubjectSchema, SchemaId> ids = new ConcurrentHashMap<>();

	private final Map<SchemaId, Instant> unknown = new ConcurrentHashMap<>();

	public SchemaRegistry(RegistryAddress address) {
		this(address, Clock.systemUTC());
	}

	SchemaRegistry(RegistryAddress address, Clock clock) {
		this.connection = new Connection(address);
		this.clock = clock;
	}

	/**
	 * The schema of that id.
	 * @throws RegistryException.Unknown if the registry has none
	 * @throws RegistryException.Unavailable if it cannot be asked
	 */
	public Schema schema(SchemaId id) {
		Schema known = this.schemas.get(id);
		return (known != null) ? known : fetch(id);
	}

	/**
	 * The id of the schema in the topic's subject.
	 * @param schema the text of the committed contract
	 * @throws RegistryException.Unknown if nobody registered it there
	 * @throws RegistryException.Unavailable if the registry cannot be asked
	 */
	public SchemaId id(Topic topic, String schema) {
		return this.ids.computeIfAbsent(new SubjectSchema(topic.subject(), schema), this::lookUp);
	}

	private SchemaId lookUp(SubjectSchema wanted) {
		String what = "look up a schema in " + wanted.subject();
		Integer id = this.connection.ask(what, (api) -> api.lookUp(wanted.subject(), new SchemaText(wanted.schema())))
			.id();
		if (id == null) {
			throw this.connection.nonsense(what);
		}
		return new SchemaId(id);
	}

	private Schema fetch(SchemaId id) {
		Instant since = this.unknown.get(id);
		if (since != null && this.clock.instant().isBefore(since.plus(DOUBT))) {
			throw new RegistryException.Unknown("schema id " + id + " was unknown at " + since, null);
		}
		try {
			Schema schema = ask(id);
			this.schemas.put(id, schema);
			this.unknown.remove(id);
			return schema;
		}
		catch (RegistryException.Unknown ex) {
			if (this.unknown.size() >= MOST_UNKNOWN) {
				this.unknown.clear();
			}
			this.unknown.put(id, this.clock.instant());
			throw ex;
		}
	}

	private Schema ask(SchemaId id) {
		String what = "fetch schema id " + id;
		String text = this.connection.ask(what, (api) -> api.schema(id.value())).schema();
		if (text == null) {
			throw this.connection.nonsense(what);
		}
		try {
			return new Schema.Parser().parse(text);
		}
		catch (SchemaParseException ex) {
			throw new RegistryException.Unknown("schema id " + id + " is no Avro schema", ex);
		}
	}

	private record SubjectSchema(String subject, String schema) {
	}

}
