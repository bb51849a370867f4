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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

	private static final List<CopiedColumn> COLUMNS = List.of(new CopiedColumn("id", "text", BudgetPosted::getEntityId),
			new CopiedColumn("revision", "bigint", BudgetPosted::getRevision),
			new CopiedColumn("agency", "text", BudgetPosted::getAgency),
			new CopiedColumn("basis", "text", (posting) -> posting.getBasis().name()),
			new CopiedColumn("budget_line", "text", BudgetPosted::getBudgetLine),
			new CopiedColumn("line_title", "text",
					(posting) -> (posting.getLineTitle() == null) ? null : posting.getLineTitle().getTh()),
			new CopiedColumn("fiscal_year", "bigint", (posting) -> (long) posting.getFiscalYear()),
			new CopiedColumn("phase", "text", (posting) -> posting.getPhase().name()),
			new CopiedColumn("amount_satang", "bigint", BudgetPosted::getAmountSatang),
			new CopiedColumn("area", "text", BudgetPosted::getArea),
			new CopiedColumn("posted_on", "date", BudgetPosted::getPostedOn),
			new CopiedColumn("funder", "text", BudgetPosted::getFunder),
			new CopiedColumn("recipient", "text", BudgetPosted::getRecipient),
			new CopiedColumn("plan", "text", BudgetPosted::getPlan),
			new CopiedColumn("activity", "text", BudgetPosted::getActivity),
			new CopiedColumn("restriction", "text", BudgetPosted::getRestriction),
			new CopiedColumn("occurred_at", "timestamptz", BudgetPosted::getOccurredAt),
			new CopiedColumn("recorded_at", "timestamptz", BudgetPosted::getRecordedAt));

	private static final String UPSERT = """
			INSERT INTO bare.posting %%s ON CONFLICT (id) DO UPDATE SET %s WHERE posting.revision < excluded.revision
			""".formatted(String.join(", ",
			COLUMNS.stream().map((column) -> "%1$s = excluded.%1$s".formatted(column.name())).toList()));

	/** What its answers begin with. */
	static final String ANSWER = "= ";

	/** What it answers when it could begin. */
	static final String READY = "ready";

	private final Connection database;

	private final Way way;

	private final SpecificDatumReader<BudgetPosted> reader = new SpecificDatumReader<>(BudgetPosted.class);

	private final Map<String, Integer> logs = new HashMap<>();

	private @Nullable BinaryDecoder decoder;

	private BareLoop(Connection database, Way way) {
		this.database = database;
		this.way = way;
	}

	/** How it writes. */
	enum Way {

		/** All that a poll returns, set-based, with its history. */
		BATCHES(20_000),
		/** Record by record, each committed by itself, without history. */
		RECORDS(500);

		private final int records;

		Way(int records) {
			this.records = records;
		}

	}

	/**
	 * Says that it is ready, waits for a line, reads topics to an offset, says how many
	 * nanoseconds that took, and waits for another line.
	 * @param arguments the consumer's properties as JSON, URL, user and password of the
	 * database, topics, offset, way
	 */
	@SuppressWarnings("unchecked")
	static void main(String[] arguments) throws IOException, SQLException {
		GeneratedClasses.trust();
		Way way = Way.valueOf(arguments[6]);
		Map<String, Object> properties = new HashMap<>(JsonMapper.shared().readValue(arguments[0], Map.class));
		properties.put("max.poll.records", way.records);
		properties.put("max.partition.fetch.bytes", 8 * 1024 * 1024);
		List<TopicPartition> partitions = Stream.of(arguments[4].split(",", -1))
			.map((topic) -> new TopicPartition(topic, 0))
			.toList();
		long end = Long.parseLong(arguments[5]);
		try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
				Connection database = DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
			BareLoop loop = new BareLoop(database, way);
			loop.create(partitions);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			System.out.println(ANSWER + READY);
			System.in.read();
			long start = System.nanoTime();
			while (partitions.stream().anyMatch((partition) -> consumer.position(partition) < end)) {
				loop.take(consumer.poll(Duration.ofMillis(200)));
			}
			System.out.println(ANSWER + (System.nanoTime() - start));
			System.in.read();
		}
	}

	private void create(List<TopicPartition> partitions) throws SQLException {
		StringBuilder columns = new StringBuilder();
		COLUMNS.forEach((column) -> columns.append(column.name()).append(' ').append(column.type()).append(", "));
		execute("CREATE SCHEMA bare");
		execute("CREATE TABLE bare.posting (" + columns + "PRIMARY KEY (id))");
		execute("CREATE TEMPORARY TABLE batch (LIKE bare.posting) ON COMMIT DELETE ROWS");
		execute("""
				CREATE TABLE bare.history (log_id integer, log_offset bigint, at timestamptz NOT NULL, value bytea,
				PRIMARY KEY (log_id, log_offset))""");
		execute("CREATE TABLE bare.log (topic text PRIMARY KEY, log_id integer, next_offset bigint NOT NULL)");
		for (int number = 0; number < partitions.size(); number++) {
			String topic = partitions.get(number).topic();
			this.logs.put(topic, number);
			execute("INSERT INTO bare.log VALUES ('%s', %d, 0)".formatted(topic, number));
		}
		this.database.setAutoCommit(false);
	}

	private void execute(String statement) throws SQLException {
		try (var ddl = this.database.createStatement()) {
			ddl.execute(statement);
		}
	}

	private void take(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		switch (this.way) {
			case BATCHES -> takeAll(records);
			case RECORDS -> takeEach(records);
		}
	}

	private void takeEach(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		String values = "VALUES (" + String.join(", ", Collections.nCopies(COLUMNS.size(), "?")) + ")";
		try (PreparedStatement upsert = this.database.prepareStatement(UPSERT.formatted(values))) {
			for (ConsumerRecord<byte[], byte[]> record : records) {
				BudgetPosted posting = decode(record.value());
				for (int column = 0; column < COLUMNS.size(); column++) {
					upsert.setObject(column + 1, COLUMNS.get(column).parameter(posting));
				}
				upsert.executeUpdate();
				this.database.commit();
			}
		}
	}

	private void takeAll(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		if (records.isEmpty()) {
			return;
		}
		Map<String, BudgetPosted> latest = new LinkedHashMap<>();
		Map<String, Long> next = new HashMap<>();
		for (ConsumerRecord<byte[], byte[]> record : records) {
			BudgetPosted posting = decode(record.value());
			latest.merge(posting.getEntityId(), posting,
					(one, other) -> (other.getRevision() > one.getRevision()) ? other : one);
			next.put(record.topic(), record.offset() + 1);
		}
		upsert(latest.values());
		remember(records);
		try (PreparedStatement position = this.database
			.prepareStatement("UPDATE bare.log SET next_offset = ? WHERE topic = ?")) {
			for (Map.Entry<String, Long> log : next.entrySet()) {
				position.setLong(1, log.getValue());
				position.setString(2, log.getKey());
				position.executeUpdate();
			}
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
			for (CopiedColumn column : COLUMNS) {
				column.write(out, posting);
			}
		}
		copy("COPY batch FROM STDIN (FORMAT binary)", bytes, out);
		execute(UPSERT.formatted("SELECT * FROM batch"));
	}

	/** By binary COPY. */
	private void remember(ConsumerRecords<byte[], byte[]> records) throws IOException, SQLException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
		DataOutputStream out = begin(bytes);
		for (ConsumerRecord<byte[], byte[]> record : records) {
			out.writeShort(4);
			out.writeInt(Integer.BYTES);
			out.writeInt(this.logs.getOrDefault(record.topic(), 0));
			out.writeInt(Long.BYTES);
			out.writeLong(record.offset());
			out.writeInt(Long.BYTES);
			out.writeLong(record.timestamp() * 1000 - CopiedColumn.EPOCH_MICROS);
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

}
