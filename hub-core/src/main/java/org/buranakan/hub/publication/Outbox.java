package org.buranakan.hub.publication;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.wire.ContractSerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables {@code hub.outbox} and {@code hub.published_row}: what is to be written to the
 * topics, and what the topics then show. Within the caller's transaction.
 */
final class Outbox {

	/**
	 * Bytes of a value that the brokers take: by default a megabyte, headers and all. One
	 * that they refuse would stop Debezium, and with it every row.
	 */
	private static final int LARGEST = 1_000_000;

	private static final String WRITE = """
			INSERT INTO hub.outbox (id, type, batch, topic, key, value)
			SELECT :topic || '/' || key || '/' || :batch, :type, :batch, :topic, key, value
			FROM unnest(:keys::text[], :values::bytea[]) WITH ORDINALITY AS written (key, value, ordinal) ORDER BY ordinal
			""";

	private static final String REMEMBER = """
			INSERT INTO hub.published_row (family, key, hash, flaw)
			SELECT :family, key, hash, flaw FROM unnest(:keys::text[], :hashes::text[], :flaws::text[]) AS noted (key, hash, flaw)
			ON CONFLICT (family, key) DO UPDATE SET hash = excluded.hash, flaw = excluded.flaw
			""";

	/** No topic tells of these: the hub's own table does. */
	private static final String UNPUBLISHED = """
			INSERT INTO hub.change (family, key) SELECT 'unpublished.' || :family, key
			FROM unnest(:keys::text[], :flaws::text[]) AS noted (key, flaw) WHERE flaw IS NOT NULL ORDER BY key
			""";

	private final JdbcClient database;

	private final RowAssembly assembly;

	private final ContractSerializer values;

	Outbox(JdbcClient database, RowAssembly assembly, ContractSerializer values) {
		this.database = database;
		this.assembly = assembly;
		this.values = values;
	}

	/**
	 * Writes rows, in their order. One that its contract cannot express is noted and left
	 * as it was published before.
	 * @return how many were written
	 */
	int write(RowFamily family, long batch, List<Composed> rows) {
		List<String> keys = new ArrayList<>();
		List<byte @Nullable []> values = new ArrayList<>();
		List<@Nullable String> flaws = new ArrayList<>();
		for (Composed row : rows) {
			String content = row.content();
			try {
				SpecificRecord value = (content != null) ? this.assembly.row(family.type(), content, batch) : null;
				values.add(fitting(this.values.serialize(family.topic(), value)));
				keys.add(row.key());
				flaws.add(null);
			}
			catch (Inexpressible ex) {
				flaws.add(ex.getMessage());
			}
		}
		this.database.sql(WRITE)
			.param("topic", family.topic())
			.param("type", family.type().getName())
			.param("batch", batch)
			.param("keys", keys.toArray(String[]::new))
			.param("values", values.toArray(byte[][]::new))
			.update();
		remember(family, rows, flaws);
		return keys.size();
	}

	private static byte @Nullable [] fitting(byte @Nullable [] value) {
		if (value != null && value.length > LARGEST) {
			throw new Inexpressible("%,d bytes are more than a record may have".formatted(value.length));
		}
		return value;
	}

	/** Empties the table: what was inserted is in the log by now. */
	void clear() {
		this.database.sql("DELETE FROM hub.outbox").update();
	}

	/** What cannot be published, with the reason. */
	List<String> flaws() {
		return this.database.sql("""
				SELECT family || ' ' || key || ': ' || flaw FROM hub.published_row WHERE flaw IS NOT NULL
				ORDER BY family, key LIMIT 10
				""").query((row, number) -> row.getString(1)).list();
	}

	private void remember(RowFamily family, List<Composed> rows, List<@Nullable String> flaws) {
		this.database.sql(REMEMBER)
			.param("family", family.code())
			.param("keys", rows.stream().map(Composed::key).toArray(String[]::new))
			.param("hashes", rows.stream().map(Composed::hash).toArray(String[]::new))
			.param("flaws", flaws.toArray(String[]::new))
			.update();
		this.database.sql(UNPUBLISHED)
			.param("family", family.code())
			.param("keys", rows.stream().map(Composed::key).toArray(String[]::new))
			.param("flaws", flaws.toArray(String[]::new))
			.update();
		this.database.sql("DELETE FROM hub.published_row WHERE family = :family AND key = ANY (:gone::text[])")
			.param("family", family.code())
			.param("gone",
					rows.stream().filter((row) -> row.content() == null).map(Composed::key).toArray(String[]::new))
			.update();
	}

}
