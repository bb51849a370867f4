package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.buranakan.platform.Database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Measures a contender from when it is made. Processor time is Linux's own count, in
 * hundredths of a second.
 */
final class Effortmeter {

	private static final int USER = 11;

	private static final int SYSTEM = 12;

	private static final long MILLIS = 10;

	private final JdbcClient sql;

	private final ProcessHandle contender;

	private final ProcessHandle postgresql;

	private final long begun = System.nanoTime();

	private final long processor;

	private final long database;

	private final long wal;

	Effortmeter(Database database, ProcessHandle contender) {
		this.sql = JdbcClient.create(new SingleConnectionDataSource(database.url(), database.owner().user(),
				database.owner().password(), true));
		this.contender = contender;
		this.postgresql = ProcessHandle.of(number("SELECT pg_backend_pid()"))
			.flatMap(ProcessHandle::parent)
			.orElseThrow();
		this.processor = used(contender, false);
		this.database = ofDatabase();
		this.wal = wal();
	}

	/** Of so many events, all of them committed now. */
	Effort of(long events) {
		return of(events, Duration.ofNanos(System.nanoTime() - this.begun));
	}

	/** The same, by a clock that was nearer. */
	Effort of(long events, Duration taken) {
		return new Effort(events, taken, Duration.ofMillis((used(this.contender, false) - this.processor) * MILLIS),
				Duration.ofMillis((ofDatabase() - this.database) * MILLIS), wal() - this.wal);
	}

	/** Whether the hub has read all of it, asked as cheaply as can be. */
	boolean isRead(Backlog backlog) {
		return this.sql
			.sql("""
					SELECT count(*) FROM hub.log JOIN unnest(:topics::text[], :ends::bigint[]) AS backlog (topic, most) USING (topic)
					WHERE next_offset >= most
					""")
			.param("topics", backlog.topics().toArray(String[]::new))
			.param("ends", backlog.ends().values().toArray(Long[]::new))
			.query(Long.class)
			.single() == backlog.ends().size();
	}

	/** Those that ended have been added to their parent's. */
	private long ofDatabase() {
		return Stream.concat(Stream.of(this.postgresql), this.postgresql.descendants())
			.mapToLong((process) -> used(process, true))
			.sum();
	}

	private static long used(ProcessHandle process, boolean withEnded) {
		try {
			String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
			long ticks = 0;
			for (int field = USER; field <= (withEnded ? SYSTEM + 2 : SYSTEM); field++) {
				ticks += Long.parseLong(fields[field]);
			}
			return ticks;
		}
		catch (IOException ended) {
			return 0;
		}
	}

	private long wal() {
		return number("SELECT (pg_current_wal_lsn() - '0/0')::bigint");
	}

	private long number(String query) {
		return this.sql.sql(query).query(Long.class).single();
	}

}
