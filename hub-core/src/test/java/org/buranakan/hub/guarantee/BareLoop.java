package org.buranakan.hub.guarantee;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.buranakan.schemas.contract.GeneratedClasses;
import org.buranakan.schemas.event.BudgetPosted;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody would write by hand who wants nothing but speed: one topic, one table and
 * its history, set-based, in a process of its own. It trusts every record, knows no other
 * process, derives nothing, and tells a copy from a contradiction by nothing.
 */
final class BareLoop {

	/** Magic byte and schema id. */
	private static final int PREFIX = 5;

	private static final List<Column> COLUMNS = List.of(new Column("id", "text", BudgetPosted::getEntityId),
			new Column("revision", "bigint", BudgetPosted::getRevision),
			new Column("agency", "text", BudgetPosted::getAgency),
			new Column("basis", "text", (posting) -> posting.getBasis().name()),
			new Column("budget_line", "text", BudgetPosted::getBudgetLine),
			new Column("line_title", "text",
					(posting) -> (posting.getLineTitle() == null) ? null : posting.getLineTitle().getTh()),
			new Column("fiscal_year", "bigint", (posting) -> (long) posting.getFiscalYear()),
			new Column("phase", "text", (posting) -> posting.getPhase().name()),
			new Column("amount_satang", "bigint", BudgetPosted::getAmountSatang),
			new Column("area", "text", BudgetPosted::getArea),
			new Column("posted_on", "date", (posting) -> posting.getPostedOn().toString()),
			new Column("funder", "text", BudgetPosted::getFunder),
			new Column("recipient", "text", BudgetPosted::getRecipient),
			new Column("plan", "text", BudgetPosted::getPlan),
			new Column("activity", "text", BudgetPosted::getActivity),
			new Column("restriction", "text", BudgetPosted::getRestriction),
			new Column("occurred_at", "timestamptz", (posting) -> posting.getOccurredAt().toString()),
			new Column("recorded_at", "timestamptz", (posting) -> posting.getRecordedAt().toString()));

	private final Connection database;

	private final SpecificDatumReader<BudgetPosted> reader = new SpecificDatumReader<>(BudgetPosted.class);

	private @Nullable BinaryDecoder decoder;

	private record Column(String name, String type, Function<BudgetPosted, @Nullable Object> value) {
	}

	private BareLoop(Connection database) {
		this.database = database;
	}

	/**
	 * Reads a topic to an offset, and prints how many events a second.
	 * @param arguments the consumer's properties as JSON, URL, user and password of the
	 * database, topic, offset, records of a poll
	 */
	@SuppressWarnings("unchecked")
	static void main(String[] arguments) throws IOException, SQLException {
		GeneratedClasses.trust();
		Map<String, Object> properties = new HashMap<>(JsonMapper.shared().readValue(arguments[0], Map.class));
		properties.put("max.poll.records", arguments[6]);
		properties.put("max.partition.fetch.bytes", 8 * 1024 * 1024);
		TopicPartition partition = new TopicPartition(arguments[4], 0);
		long end = Long.parseLong(arguments[5]);
		try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
				Connection database = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
			BareLoop loop = new BareLoop(database);
			loop.create();
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long start = System.nanoTime();
			while (consumer.position(partition) < end) {
				loop.take(consumer.poll(Duration.ofMillis(200)));
			}
			System.out.printf("= %.0f%n", end / ((System.nanoTime() - start) / 1e9));
		}
	}

	private void create() throws SQLException {
		StringBuilder columns = new StringBuilder();
		COLUMNS.forEach((column) -> columns.append(column.name()).append(' ').append(column.type()).append(", "));
		execute("CREATE SCHEMA bare");
		execute("CREATE TABLE bare.posting (" + columns + "PRIMARY KEY (id))");
		execute("CREATE TABLE bare.history (log_offset bigint PRIMARY KEY, at timestamptz NOT NULL, value bytea)");
		execute("CREATE TABLE bare.log (next_offset bigint NOT NULL)");
		execute("INSERT INTO bare.log VALUES (0)");
		this.database.setAutoCommit(false);
	}

	private void execute(String statement) throws SQLException {
		try (var ddl = this.database.createStatement()) {
			ddl.execute(statement);
		}
	}

	private void take(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		if (records.isEmpty()) {
			return;
		}
		Map<String, BudgetPosted> latest = new LinkedHashMap<>();
		long next = 0;
		for (ConsumerRecord<byte[], byte[]> record : records) {
			BudgetPosted posting = decode(record.value());
			latest.merge(posting.getEntityId(), posting,
					(one, other) -> (other.getRevision() > one.getRevision()) ? other : one);
			next = record.offset() + 1;
		}
		upsert(latest.values());
		remember(records);
		try (PreparedStatement position = this.database.prepareStatement("UPDATE bare.log SET next_offset = ?")) {
			position.setLong(1, next);
			position.executeUpdate();
		}
		this.database.commit();
	}

	private BudgetPosted decode(byte[] value) throws IOException {
		this.decoder = DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, this.decoder);
		return this.reader.read(null, this.decoder);
	}

	private void upsert(Collection<BudgetPosted> postings) throws SQLException {
		String names = String.join(", ", COLUMNS.stream().map(Column::name).toList());
		String carriers = String.join(", ", COLUMNS.stream().map((column) -> "?::" + column.type() + "[]").toList());
		String overwrites = String.join(", ",
				COLUMNS.stream().map((column) -> "%1$s = excluded.%1$s".formatted(column.name())).toList());
		try (PreparedStatement upsert = this.database.prepareStatement("""
				INSERT INTO bare.posting (%s) SELECT * FROM unnest(%s)
				ON CONFLICT (id) DO UPDATE SET %s WHERE posting.revision < excluded.revision
				""".formatted(names, carriers, overwrites))) {
			for (int index = 0; index < COLUMNS.size(); index++) {
				Column column = COLUMNS.get(index);
				Object[] values = postings.stream()
					.map(column.value())
					.toArray((length) -> column.type().equals("bigint") ? new Long[length] : new String[length]);
				upsert.setArray(index + 1, this.database.createArrayOf(column.type(), values));
			}
			upsert.executeUpdate();
		}
	}

	/** By binary COPY. */
	private void remember(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(new byte[] { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0 });
		out.writeLong(0);
		for (ConsumerRecord<byte[], byte[]> record : records) {
			out.writeShort(3);
			out.writeInt(Long.BYTES);
			out.writeLong(record.offset());
			out.writeInt(Long.BYTES);
			out.writeLong(record.timestamp() * 1000 - 946_684_800_000_000L);
			out.writeInt(record.value().length);
			out.write(record.value());
		}
		out.writeShort(-1);
		this.database.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("COPY bare.history FROM STDIN (FORMAT binary)", new ByteArrayInputStream(bytes.toByteArray()));
	}

}
