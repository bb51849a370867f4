package org.buranakan.hub.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.buranakan.hub.overview.OnDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** What is read in one go. */
@OnDatabase
class SnapshotsIT {

	private static final int FAULT = 5_000;

	private static final Duration LONG = Duration.ofMinutes(1);

	@Autowired
	private Snapshots snapshots;

	@Test
	void documentsAreHandedOverBeforeTheLastOneIsRead() {
		// Given a statement whose row in the middle cannot be computed
		String statement = "SELECT to_jsonb(1 / (" + FAULT + " - n)) FROM generate_series(1, 10000) AS n";
		List<Integer> seen = new ArrayList<>();
		// When
		assertThatThrownBy(() -> this.snapshots.read(LONG,
				(documents) -> documents.each(statement, new Terms(), Integer.class, seen::add)))
			.isInstanceOf(DataAccessException.class);
		// Then
		assertThat(seen).hasSizeBetween(FAULT / 2, FAULT - 1);
	}

	@Test
	void allThatIsReadShowsOneState() {
		String now = "SELECT to_jsonb(pg_current_snapshot()::text || current_setting('transaction_isolation'))";
		this.snapshots.read(LONG, (documents) -> {
			String first = documents.single(now, new Terms(), String.class);
			assertThat(first).endsWith("repeatable read");
			assertThat(documents.single(now, new Terms(), String.class)).isEqualTo(first);
		});
	}

	@Test
	void aSnapshotMayBeIdleButEndsInTimeWhateverItsReaderDoes() {
		// Given
		String bounds = "SELECT to_jsonb(current_setting('idle_in_transaction_session_timeout') || current_setting('statement_timeout'))";
		this.snapshots.read(LONG,
				(documents) -> assertThat(documents.single(bounds, new Terms(), String.class)).isEqualTo("00"));
		// When
		assertThatThrownBy(() -> this.snapshots.read(Duration.ofMillis(200),
				(documents) -> documents.list("SELECT to_jsonb(pg_sleep(20)::text)", Map.of(), String.class)))
			.asInstanceOf(type(TransactionSystemException.class))
			.extracting(TransactionSystemException::getApplicationException)
			.asInstanceOf(THROWABLE)
			.hasMessageContaining("transaction timeout");
	}

}
