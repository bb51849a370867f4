package org.buranakan.hub.guarantee;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

	/** PostgreSQL counts days and microseconds from 1 January 2000. */
	private static final long EPOCH_DAY = 10_957;

	private static final long EPOCH_MICROS = EPOCH_DAY * 86_400_000_000L;

	private static final List<Column> COLUMNS = List.of(text("id", BudgetPosted::getEntityId),
			number("revision", BudgetPosted::getRevision), text("agency", BudgetPosted::getAgency),
			text("basis", (posting) -> posting.getBasis().name()), text("budget_line", BudgetPosted::getBudgetLine),
			text("line_title", (posting) -> (posting.getLineTitle() == null) ? null : posting.getLineTitle().getTh()),
			number("fiscal_year", (posting) -> (long) posting.getFiscalYear()),
			text("phase", (posting) -> posting.getPhase().name()),
			number("amount_satang", BudgetPosted::getAmountSatang), text("area", BudgetPosted::getArea),
			new Column("posted_on", "date", (out, posting) -> {
				out.writeInt(Integer.BYTES);
				out.writeInt((int) (posting.getPostedOn().toEpochDay() - EPOCH_DAY));
			}), text("funder", BudgetPosted::getFunder), text("recipient", BudgetPosted::getRecipient),
			text("plan", BudgetPosted::getPlan), text("activity", BudgetPosted::getActivity),
			text("restriction", BudgetPosted::getRestriction), instant("occurred_at", BudgetPosted::getOccurredAt),
			instant("recorded_at", BudgetPosted::getRecordedAt));

	private final Connection database;

	private final SpecificDatumReader<BudgetPosted> reader = new SpecificDatumReader<>(BudgetPosted.class);

	private @Nullable BinaryDecoder decoder;

	private record Column(String name, String type, Value value) {

	}

	/** Writes a column of a row as binary COPY has it. */
	private interface Value {

		void write(DataOutputStream out, BudgetPosted posting) throws IOException;

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
		execute("CREATE TEMPORARY TABLE batch (LIKE bare.posting) ON COMMIT DELETE ROWS");
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

	/** By binary COPY, and from there all at once. */
	private void upsert(Collection<BudgetPosted> postings) throws IOException, SQLException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
		DataOutputStream out = begin(bytes);
		for (BudgetPosted posting : postings) {
			out.writeShort(COLUMNS.size());
			for (Column column : COLUMNS) {
				column.value().write(out, posting);
			}
		}
		copy("COPY batch FROM STDIN (FORMAT binary)", bytes, out);
		String overwrites = String.join(", ",
				COLUMNS.stream().map((column) -> "%1$s = excluded.%1$s".formatted(column.name())).toList());
		execute("""
				INSERT INTO bare.posting SELECT * FROM batch
				ON CONFLICT (id) DO UPDATE SET %s WHERE posting.revision < excluded.revision
				""".formatted(overwrites));
	}

	/** By binary COPY. */
	private void remember(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
		DataOutputStream out = begin(bytes);
		for (ConsumerRecord<byte[], byte[]> record : records) {
			out.writeShort(3);
			out.writeInt(Long.BYTES);
			out.writeLong(record.offset());
			out.writeInt(Long.BYTES);
			out.writeLong(record.timestamp() * 1000 - EPOCH_MICROS);
			out.writeInt(record.value().length);
			out.write(record.value());
		}
		copy("COPY bare.history FROM STDIN (FORMAT binary)", bytes, out);
	}

	private static DataOutputStream begin(ByteArrayOutputStream bytes) throws IOException {
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(new byte[] { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0 });
		out.writeLong(0);
		return out;
	}

	private void copy(String statement, ByteArrayOutputStream bytes, DataOutputStream out)
			throws IOException, SQLException {
		out.writeShort(-1);
		this.database.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn(statement, new ByteArrayInputStream(bytes.toByteArray()));
	}

	private static Column text(String name, Function<BudgetPosted, @Nullable String> value) {
		return new Column(name, "text", (out, posting) -> {
			String text = value.apply(posting);
			if (text == null) {
				out.writeInt(-1);
			}
			else {
				byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
				out.writeInt(bytes.length);
				out.write(bytes);
			}
		});
	}

	private static Column number(String name, Function<BudgetPosted, Long> value) {
		return new Column(name, "bigint", (out, posting) -> {
			out.writeInt(Long.BYTES);
			out.writeLong(value.apply(posting));
		});
	}

	private static Column instant(String name, Function<BudgetPosted, Instant> value) {
		return new Column(name, "timestamptz", (out, posting) -> {
			out.writeInt(Long.BYTES);
			out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(posting)) - EPOCH_MICROS);
		});
	}

}
