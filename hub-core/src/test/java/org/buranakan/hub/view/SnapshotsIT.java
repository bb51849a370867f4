package org.buranakan.hub.view;

import java.util.ArrayList;
import java.util.List;

import org.buranakan.hub.overview.OnDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is read in one go. */
@OnDatabase
class SnapshotsIT {

	private static final int FAULT = 50_000;

	@Autowired
	private Snapshots snapshots;

	@Test
	void documentsAreHandedOverBeforeTheLastOneIsRead() {
		// Given a statement whose row in the middle cannot be computed
		String statement = "SELECT to_jsonb(1 / (" + FAULT + " - n)) FROM generate_series(1, 100000) AS n";
		List<Integer> seen = new ArrayList<>();
		// When
		assertThatThrownBy(() -> this.snapshots
			.read((documents) -> documents.each(statement, new Terms(), Integer.class, seen::add)))
			.isInstanceOf(DataAccessException.class);
		// Then
		assertThat(seen).hasSizeBetween(FAULT / 2, FAULT - 1);
	}

	@Test
	void allThatIsReadShowsOneState() {
		String now = "SELECT to_jsonb(pg_current_snapshot()::text || current_setting('transaction_isolation'))";
		this.snapshots.read((documents) -> {
			String first = documents.single(now, new Terms(), String.class);
			assertThat(first).endsWith("repeatable read");
			assertThat(documents.single(now, new Terms(), String.class)).isEqualTo(first);
		});
	}

}
