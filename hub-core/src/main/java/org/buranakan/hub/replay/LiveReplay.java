package org.buranakan.hub.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.buranakan.hub.audit.Difference;
import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.audit.Standstill;
import org.buranakan.hub.intake.Account;
import org.buranakan.hub.intake.Refolding;
import org.buranakan.hub.intake.Unrepeatable;
import org.buranakan.hub.view.Reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Folds the whole history and compares with the live view, row by row. */
@Component
class LiveReplay {

	/** How often intake is asked to wait for derivation, and how long in between. */
	private static final int ATTEMPTS = 5;

	private static final Duration REST = Duration.ofSeconds(1);

	private final Standstill standstill;

	private final Fingerprints live;

	private final JdbcClient reading;

	private final Rebuild rebuild;

	LiveReplay(Standstill standstill, Fingerprints live, @Reading JdbcClient reading, Rebuild rebuild) {
		this.standstill = standstill;
		this.live = live;
		this.reading = reading;
		this.rebuild = rebuild;
	}

	Replay.Result run(Copy copy, Progress progress) {
		requireNothingSetAside();
		DataSource tables = copy.create();
		try (Refolding refolding = this.rebuild.into(tables)) {
			// Most of it before the snapshot, which keeps PostgreSQL from cleaning up.
			fold(refolding, this.live.positions(), progress);
			for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
				Optional<Replay.Result> result = this.live.inSnapshot(() -> this.standstill.isReached()
						? Optional.of(compared(progress, copy, tables, refolding)) : Optional.<Replay.Result>empty());
				if (result.isPresent()) {
					return result.get();
				}
				LockSupport.parkNanos(REST.toNanos());
			}
		}
		throw new Unrepeatable("Derived rows of the live view were behind its facts all the time; ask again later");
	}

	/** What cannot be derived live cannot be derived again. */
	private void requireNothingSetAside() {
		List<String> aside = this.reading.sql(
				"SELECT kind || '/' || key || ' (' || quarantined || ')' FROM dirty WHERE quarantined IS NOT NULL LIMIT 5")
			.query((row, number) -> row.getString(1))
			.list();
		if (!aside.isEmpty()) {
			throw new Unrepeatable("What rests on these keys cannot be derived: " + String.join(", ", aside));
		}
	}

	private static Map<String, Account> fold(Refolding refolding, List<Fingerprint.Position> positions,
			Progress progress) {
		Map<String, Long> ends = Rebuild.ends(positions);
		progress.until(ends);
		return refolding.until(ends, progress::folded);
	}

	/** Within a snapshot of the live view, which stands still meanwhile. */
	private Replay.Result compared(Progress progress, Copy copy, DataSource tables, Refolding refolding) {
		Fingerprint before = this.live.take();
		Map<String, Account> accounts = fold(refolding, before.positions(), progress);
		Duration folding = progress.taken();
		progress.reached(Replay.State.DERIVING);
		this.rebuild.derive(copy);
		progress.reached(Replay.State.COMPARING);
		Fingerprints others = this.live.of(tables);
		Replay.Result result = new Replay.Result(before, others.take(), folding,
				Replay.Miscount.between(accounts(), accounts), List.of());
		return (result.state() == Replay.State.EQUAL) ? result
				: result.with(others.inSnapshot(() -> Difference.between(this.live, others)));
	}

	private List<Map.Entry<String, Account>> accounts() {
		List<Map.Entry<String, Account>> accounts = new ArrayList<>();
		this.reading.sql("SELECT topic, received, applied, stale, rejected FROM hub.log ORDER BY topic COLLATE \"C\"")
			.query((row) -> {
				accounts.add(Map.entry(row.getString(1),
						new Account(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))));
			});
		return accounts;
	}

}
