package org.buranakan.connectors.conformance;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An agency's own database, captured by Debezium in Kafka Connect. */
@ResourceLock("Kafka Connect")
class DatabaseConformanceIT extends SourceConformance {

	private @Nullable CapturedTable table;

	private int changes;

	@Override
	String origin() {
		return "table: public.activities";
	}

	@Override
	Map<String, Object> settings(JoinedAgency joined) {
		return table(joined).settings();
	}

	@Override
	void offer(JoinedAgency joined, RunningConnector running, List<Entry> entries) {
		begin(joined, running, entries);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> table(joined).taken() == this.changes);
	}

	/** Writes every entry in one transaction; Debezium tells of each once. */
	@Override
	void begin(JoinedAgency joined, RunningConnector running, List<Entry> entries) {
		try {
			table(joined).write(entries);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		this.changes += entries.size();
	}

	@Override
	void left(JoinedAgency joined) {
		table(joined).remove();
	}

	private CapturedTable table(JoinedAgency joined) {
		CapturedTable known = this.table;
		if (known == null) {
			known = CapturedTable.of(joined);
			this.table = known;
		}
		return known;
	}

}
